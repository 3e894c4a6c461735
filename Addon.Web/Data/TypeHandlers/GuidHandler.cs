using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>uniqueidentifier, or lower-case text.</summary>
internal sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
{
    public override void SetValue(IDbDataParameter parameter, Guid value)
    {
        if (parameter is SqliteParameter sqlite)
        {
            sqlite.SqliteType = SqliteType.Text;
            sqlite.Value = value.ToString("D");
        }
        else
        {
            parameter.DbType = DbType.Guid;
            parameter.Value = value;
        }
    }

    public override Guid Parse(object value) => value switch
    {
        Guid id => id,
        string text => Guid.ParseExact(text, "D"),
        _ => throw new DataException($"An id cannot be read from {value.GetType().Name}."),
    };
}
