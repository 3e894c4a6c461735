using System.Data;
using Microsoft.Data.SqlClient;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>datetime2(6) in UTC, or ISO-8601 text.</summary>
internal sealed class InstantHandler : EngineHandler<DateTimeOffset>
{
    protected override void Describe(SqlParameter parameter)
    {
        parameter.SqlDbType = SqlDbType.DateTime2;
        parameter.Scale = 6;
    }

    protected override object ToSqlServer(DateTimeOffset value) => Instant.Cut(value).UtcDateTime;

    protected override string ToText(DateTimeOffset value) => Instant.ToText(value);

    protected override DateTimeOffset Parse(object value) => value switch
    {
        string text => Instant.Parse(text),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        DateTimeOffset time => time,
        _ => throw new DataException($"An instant cannot be read from {value.GetType().Name}."),
    };
}
