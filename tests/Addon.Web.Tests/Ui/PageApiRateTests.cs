using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Hosting;
using Addon.Web.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Ui;

public sealed class PageApiRateTests
{
    private static readonly string Permissions = $"issues/{PanelApp.Issue}/permissions";

    [Fact]
    public async Task Who_Calls_Without_End_Is_Told_To_Wait_And_Nobody_Else_Is()
    {
        await using var app = await PanelApp.StartAsync();
        var otherSite = await app.App.InstallAsync();

        // The bucket fills again while we drink from it, a little.
        var calls = 0;
        var answer = await app.CallAsync("GET", Permissions);
        while (answer.StatusCode == HttpStatusCode.OK && calls++ < PageApiRate.Burst * 20)
        {
            answer.Dispose();
            answer = await app.CallAsync("GET", Permissions);
        }

        calls.ShouldBeGreaterThanOrEqualTo(PageApiRate.Burst - 1);
        await answer.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "request.too_many");
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Dispose();

        using var colleague = await app.CallAsync("GET", Permissions, account: PanelApp.Viewer);
        using var namesake = await app.CallAsync("GET", Permissions, site: otherSite);
        using var stranger = await app.App.SendAsync(HttpMethod.Get, "/api/v1/" + Permissions, token: "no.such.token", body: null);
        colleague.StatusCode.ShouldBe(HttpStatusCode.OK);
        namesake.StatusCode.ShouldBe(HttpStatusCode.OK);
        stranger.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the rate comes after the token");
    }

    [Fact]
    public async Task A_Quarter_Of_Writes_In_A_Row_Is_Not_Too_Many()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();

        for (var i = 0; i < 40; i++)
        {
            await app.SucceedAsync("POST", $"objectives/{objective}/key-results", new JsonObject
            {
                ["title"] = "P1 incidents",
                ["from"] = 12,
                ["to"] = 4,
                ["unit"] = "incidents",
                ["owner"] = PanelApp.Admin,
                ["state"] = "draft",
            });
        }
    }
}
