using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Webhooks;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    [InlineData("/health", "ready")]
    public async Task Anybody_May_Ask_And_Nobody_Stores_The_Answer(string url, string status)
    {
        await using var app = await AddonApp.StartAsync();

        using var answer = await app.SendAsync(HttpMethod.Get, url, token: null, body: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        ((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["status"]).ShouldBe(status);
    }

    [Fact]
    public async Task A_Host_Without_Its_Database_Lives_But_Is_Not_Ready()
    {
        await using var app = await AddonApp.StartAsync();
        await InboxTable.Of(app).ScalarAsync("ALTER TABLE webhook_inbox RENAME TO webhook_inbox_away; SELECT 1");

        using var live = await app.SendAsync(HttpMethod.Get, "/health/live", token: null, body: null);
        using var ready = await app.SendAsync(HttpMethod.Get, "/health/ready", token: null, body: null);
        using var health = await app.SendAsync(HttpMethod.Get, "/health", token: null, body: null);

        live.StatusCode.ShouldBe(HttpStatusCode.OK);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"status":"unavailable"}""");
    }
}
