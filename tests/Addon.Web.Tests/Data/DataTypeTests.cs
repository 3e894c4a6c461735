using System.Data;
using Addon.Web.Data.TypeHandlers;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class DataTypeTests
{
    [Fact]
    public void Null_Has_The_Type_Of_Its_Column_On_Sql_Server()
    {
        Sent(new InstantHandler(), DBNull.Value).ShouldSatisfyAllConditions(
            p => p.SqlDbType.ShouldBe(SqlDbType.DateTime2), p => p.Scale.ShouldBe((byte)6), p => p.Value.ShouldBe(DBNull.Value));
        Sent(new GuidHandler(), DBNull.Value).SqlDbType.ShouldBe(SqlDbType.UniqueIdentifier);
        Sent(new DateHandler(), DBNull.Value).SqlDbType.ShouldBe(SqlDbType.Date);
        Sent(new DecimalHandler(), DBNull.Value).ShouldSatisfyAllConditions(
            p => p.SqlDbType.ShouldBe(SqlDbType.Decimal), p => p.Precision.ShouldBe((byte)19), p => p.Scale.ShouldBe((byte)6), p => p.Value.ShouldBe(DBNull.Value));
    }

    [Fact]
    public void Value_Has_The_Type_Of_Its_Column_On_Sql_Server()
    {
        var id = Guid.CreateVersion7();

        Sent(new InstantHandler(), new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(1)).AddTicks(19)).ShouldSatisfyAllConditions(
            p => p.SqlDbType.ShouldBe(SqlDbType.DateTime2), p => p.Value.ShouldBe(new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc).AddTicks(10)));
        Sent(new GuidHandler(), id).Value.ShouldBe(id);
        Sent(new DateHandler(), new DateOnly(2026, 11, 21)).Value.ShouldBe(new DateTime(2026, 11, 21));
        Sent(new DecimalHandler(), 4.5m).Value.ShouldBe(4.5m);
    }

    [Fact]
    public void Null_Is_Null_On_Sqlite()
    {
        var parameter = new SqliteParameter();

        ((SqlMapper.ITypeHandler)new InstantHandler()).SetValue(parameter, DBNull.Value);

        parameter.Value.ShouldBe(DBNull.Value);
    }

    private static SqlParameter Sent(SqlMapper.ITypeHandler handler, object value)
    {
        var parameter = new SqlParameter();
        handler.SetValue(parameter, value);
        return parameter;
    }
}
