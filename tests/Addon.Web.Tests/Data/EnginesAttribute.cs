using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Addon.Web.Tests.Data;

/// <summary>Runs a store test once per engine; SQL Server is listed as skipped when no server is given.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EnginesAttribute : DataAttribute
{
    public const string ServerVariable = "STRAIGHTLINE_TEST_SQLSERVER";

    public static string? Server => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } text ? text : null;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
    [
        new TheoryDataRow<TestEngine>(TestEngine.Sqlite),
        new TheoryDataRow<TestEngine>(TestEngine.SqlServer)
        {
            Skip = Server is null ? $"{ServerVariable} holds no connection string to a SQL Server" : null,
        },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

public enum TestEngine
{
    Sqlite,
    SqlServer,
}
