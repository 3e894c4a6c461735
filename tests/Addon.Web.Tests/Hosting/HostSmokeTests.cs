using System.Net;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Hosting;

public sealed class HostSmokeTests
{
    [Fact]
    public async Task A_Site_Installs_Calls_And_Uninstalls()
    {
        await using var app = await AddonApp.StartAsync();
        var site = await app.InstallAsync();

        (await app.WebhookAsync(site, new System.Text.Json.Nodes.JsonObject(), url: "/connect/enabled")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await app.UninstallAsync(site);
        (await app.WebhookAsync(site, new System.Text.Json.Nodes.JsonObject(), url: "/connect/enabled")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
