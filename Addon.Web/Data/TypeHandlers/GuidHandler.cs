using System.Data;
using Microsoft.Data.SqlClient;

namespace Addon.Web.Data.TypeHandlers;

/// <summary>uniqueidentifier, or lower-case text.</summary>
internal sealed class GuidHandler : EngineHandler<Guid>
{
    protected override void Describe(SqlParameter parameter) => parameter.SqlDbType = SqlDbType.UniqueIdentifier;

    protected override object ToSqlServer(Guid value) => value;

    protected override string ToText(Guid value) => value.ToString("D");

    protected override Guid Parse(object value) => value switch
    {
        Guid id => id,
        string text => Guid.ParseExact(text, "D"),
        _ => throw new DataException($"An id cannot be read from {value.GetType().Name}."),
    };
}
