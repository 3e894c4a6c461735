using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Ui;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Addon.Web.Tests.Scopes;

/// <summary>What the tests of scopes, cycles and the audit do beside the usual calls.</summary>
internal static class AdminCalls
{
    /// <summary>Edits a version of something.</summary>
    public static Task<HttpResponseMessage> EditAsync(this PanelApp app, string path, int version, JsonNode body, string account)
    {
        var request = app.App.Request(
            HttpMethod.Put,
            "/api/v1/" + path,
            ConnectTokens.Context(app.Site.ClientKey, app.Site.Secret, account, TimeProvider.System.GetUtcNow(), null, null),
            new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return app.App.Http.SendAsync(request);
    }

    /// <summary>Changes rows as no use case of these tests would.</summary>
    public static async Task ExecuteAsync(this PanelApp app, string sql)
    {
        await using var connection = new SqliteConnection(app.App.Services.GetRequiredService<IConfiguration>()["Database:ConnectionString"]);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own texts.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
