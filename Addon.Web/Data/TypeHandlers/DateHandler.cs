using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>date, or yyyy-MM-dd.</summary>
internal sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    public override void SetValue(IDbDataParameter parameter, DateOnly value)
    {
        switch (parameter)
        {
            case SqliteParameter sqlite:
                sqlite.SqliteType = SqliteType.Text;
                sqlite.Value = value.ToString(Format, CultureInfo.InvariantCulture);
                break;
            case SqlParameter sql:
                sql.SqlDbType = SqlDbType.Date;
                sql.Value = value.ToDateTime(TimeOnly.MinValue);
                break;
            default:
                throw new NotSupportedException(parameter.GetType().Name);
        }
    }

    public override DateOnly Parse(object value) => value switch
    {
        DateTime time => DateOnly.FromDateTime(time),
        DateOnly date => date,
        string text => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture),
        _ => throw new DataException($"A date cannot be read from {value.GetType().Name}."),
    };
}
