using System.Data;
using System.Globalization;
using Addon.Core.Numbers;
using Microsoft.Data.SqlClient;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>decimal(19,6), or text: SQLite's REAL would round.</summary>
internal sealed class DecimalHandler : EngineHandler<decimal>
{
    protected override void Describe(SqlParameter parameter)
    {
        parameter.SqlDbType = SqlDbType.Decimal;
        parameter.Precision = 19;
        parameter.Scale = 6;
    }

    protected override object ToSqlServer(decimal value) => value;

    protected override string ToText(decimal value) => Measurement.ToPlainText(value);

    // decimal keeps trailing zeros (4.000000); dividing by a one of full scale drops them, so that both engines give the same value back.
    protected override decimal Parse(object value) => value switch
    {
        decimal number => number / 1.0000000000000000000000000000m,
        string text => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        _ => throw new DataException($"A number cannot be read from {value.GetType().Name}."),
    };
}
