using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>datetime2(6) in UTC, or ISO-8601 text.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        switch (parameter)
        {
            case SqliteParameter sqlite:
                sqlite.SqliteType = SqliteType.Text;
                sqlite.Value = Instant.ToText(value);
                break;
            case SqlParameter sql:
                sql.SqlDbType = SqlDbType.DateTime2;
                sql.Scale = 6;
                sql.Value = Instant.Cut(value).UtcDateTime;
                break;
            default:
                throw new NotSupportedException(parameter.GetType().Name);
        }
    }

    public override DateTimeOffset Parse(object value) => value switch
    {
        string text => Instant.Parse(text),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        DateTimeOffset time => time,
        _ => throw new DataException($"An instant cannot be read from {value.GetType().Name}."),
    };
}
