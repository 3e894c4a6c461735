using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>decimal(19,6), or text: SQLite's REAL would round.</summary>
internal sealed class DecimalHandler : SqlMapper.TypeHandler<decimal>
{
    public override void SetValue(IDbDataParameter parameter, decimal value)
    {
        switch (parameter)
        {
            case SqliteParameter sqlite:
                sqlite.SqliteType = SqliteType.Text;
                sqlite.Value = value.ToString("0.######", CultureInfo.InvariantCulture);
                break;
            case SqlParameter sql:
                sql.SqlDbType = SqlDbType.Decimal;
                sql.Precision = 19;
                sql.Scale = 6;
                sql.Value = value;
                break;
            default:
                throw new NotSupportedException(parameter.GetType().Name);
        }
    }

    // decimal keeps trailing zeros (4.000000); dividing by a one of full scale drops them, so that both engines give the same value back.
    public override decimal Parse(object value) => value switch
    {
        decimal number => number / 1.0000000000000000000000000000m,
        string text => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        _ => throw new DataException($"A number cannot be read from {value.GetType().Name}."),
    };
}
