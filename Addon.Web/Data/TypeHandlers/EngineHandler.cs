using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>Text on SQLite, a type of its own on SQL Server.</summary>
/// <remarks>
/// Dapper's TypeHandler base class passes a null on without a type, and SqlClient then calls it nvarchar: a plan of its own for every mix of nulls, and an error where
/// nothing converts from text. Here a null has the type of its column.
/// </remarks>
internal abstract class EngineHandler<T> : SqlMapper.ITypeHandler
    where T : struct
{
    public void SetValue(IDbDataParameter parameter, object value)
    {
        switch (parameter)
        {
            case SqliteParameter sqlite:
                sqlite.SqliteType = SqliteType.Text;
                sqlite.Value = value is T known ? ToText(known) : DBNull.Value;
                break;
            case SqlParameter sql:
                Describe(sql);
                sql.Value = value is T given ? ToSqlServer(given) : DBNull.Value;
                break;
            default:
                throw new NotSupportedException(parameter.GetType().Name);
        }
    }

    public object Parse(Type destinationType, object value) => Parse(value);

    /// <summary>The type of the column.</summary>
    protected abstract void Describe(SqlParameter parameter);

    /// <summary>The value for SQL Server.</summary>
    protected abstract object ToSqlServer(T value);

    /// <summary>The value for SQLite.</summary>
    protected abstract string ToText(T value);

    /// <summary>Reads what either engine gives.</summary>
    protected abstract T Parse(object value);
}
