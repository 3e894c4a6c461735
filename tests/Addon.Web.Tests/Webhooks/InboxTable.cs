using Addon.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Webhooks;

/// <summary>Looks at the inbox behind the host's back, as an operator with a database tool would.</summary>
internal sealed class InboxTable(string connectionString)
{
    public static InboxTable Of(AddonApp app) =>
        new(app.Services.GetRequiredService<IConfiguration>()["Database:ConnectionString"].ShouldNotBeNull());

    /// <summary>How many deliveries there are in each state: pending 0, handled 1, parked 2.</summary>
    public async Task<(long Pending, long Handled, long Parked)> CountAsync() =>
        (await ScalarAsync("SELECT COUNT(*) FROM webhook_inbox WHERE state = 0"),
         await ScalarAsync("SELECT COUNT(*) FROM webhook_inbox WHERE state = 1"),
         await ScalarAsync("SELECT COUNT(*) FROM webhook_inbox WHERE state = 2"));

    /// <summary>The issues as the worker has left them, one text per issue.</summary>
    public Task<IReadOnlyList<string>> SnapshotsAsync() => ListAsync(
        """
        SELECT issue_id || ' ' || CASE WHEN deleted_at IS NULL THEN issue_key || ' ' || status_name || ' ' || issue_updated_at ELSE 'deleted' END
        FROM issue_snapshot ORDER BY issue_id
        """);

    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public async Task<long> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until nothing is pending any more.</summary>
    public async Task WaitUntilEmptyAsync(TimeSpan? patience = null)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(patience ?? TimeSpan.FromSeconds(30));
        while ((await CountAsync()).Pending > 0)
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 10, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
