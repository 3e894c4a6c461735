using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>date, or yyyy-MM-dd.</summary>
internal sealed class DateHandler : EngineHandler<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    protected override void Describe(SqlParameter parameter) => parameter.SqlDbType = SqlDbType.Date;

    protected override object ToSqlServer(DateOnly value) => value.ToDateTime(TimeOnly.MinValue);

    protected override string ToText(DateOnly value) => value.ToString(Format, CultureInfo.InvariantCulture);

    protected override DateOnly Parse(object value) => value switch
    {
        DateTime time => DateOnly.FromDateTime(time),
        DateOnly date => date,
        string text => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture),
        _ => throw new DataException($"A date cannot be read from {value.GetType().Name}."),
    };
}
