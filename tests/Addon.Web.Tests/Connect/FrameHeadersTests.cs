using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class FrameHeadersTests
{
    [Fact]
    public async Task A_Page_May_Be_Framed_By_Its_Own_Site_And_Nobody_Else()
    {
        await using var app = await Probe.StartAsync();
        var site = TestSite.New(app.Jira.BaseUrl);
        var body = AddonApp.InstallBody(site);
        body["displayUrl"] = "https://jira.customer.example";
        (await app.LifecycleAsync("/connect/installed", site.ClientKey, body)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var answer = await app.PageAsync(site, $"{Probe.Page}?xdm_e=https%3A%2F%2Fevil.example");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Policy(answer)["frame-ancestors"].ShouldBe($"'self' {site.BaseUrl.GetLeftPart(UriPartial.Authority)} https://jira.customer.example");
        Policy(answer)["default-src"].ShouldBe("'none'");
        Policy(answer)["script-src"].ShouldBe("'self' https://connect-cdn.atl-paas.net");
        Policy(answer)["style-src"].ShouldBe("'self' 'unsafe-inline'");
        Policy(answer)["connect-src"].ShouldBe("'self'");
        Policy(answer)["img-src"].ShouldBe("'self' data: https:");
        Policy(answer)["font-src"].ShouldBe("'self'");
        Policy(answer)["object-src"].ShouldBe("'none'");
        Policy(answer)["base-uri"].ShouldBe("'none'");
        Policy(answer)["form-action"].ShouldBe("'self'");
        Header(answer, "Cache-Control").ShouldBe("no-store");
        ShouldBeSafe(answer);
    }

    [Fact]
    public async Task A_Refused_Page_Has_The_Static_List()
    {
        await using var app = await Probe.StartAsync();

        using var answer = await app.SendAsync(HttpMethod.Get, Probe.Page, null, null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        Policy(answer)["frame-ancestors"].ShouldBe("'self' https://*.atlassian.net https://*.jira.com http://127.0.0.1:* http://localhost:*");
        Policy(answer).ShouldNotContainKey("script-src");
        Header(answer, "Cache-Control").ShouldBe("no-store");
        ShouldBeSafe(answer);
    }

    [Fact]
    public async Task Everything_Else_Is_Never_Framed()
    {
        await using var app = await Probe.StartAsync();
        var site = await app.InstallAsync();

        foreach (var answer in new[]
        {
            await app.SessionAsync(site, HttpMethod.Post, Probe.Session),
            await app.SessionAsync(site, HttpMethod.Get, "/probe/throws"),
            await app.WebhookAsync(site, new JsonObject(), url: Probe.Webhook),
            await app.SendAsync(HttpMethod.Get, "/atlassian-connect.json", null, null),
            await app.SendAsync(HttpMethod.Get, "/nowhere", null, null),
        })
        {
            Policy(answer)["frame-ancestors"].ShouldBe("'none'");
            ShouldBeSafe(answer);
        }
    }

    [Fact]
    public async Task An_Exception_Says_Nothing_About_Itself()
    {
        await using var app = await Probe.StartAsync();
        var site = await app.InstallAsync();

        using var answer = await app.SessionAsync(site, HttpMethod.Get, "/probe/throws");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "internal")).ToJsonString().ShouldNotContain("secret detail");
        Header(answer, "Cache-Control").ShouldNotBeNull().ShouldContain("no-store");
    }

    [Theory]
    [InlineData("Development", null)]
    [InlineData("Production", "max-age=31536000")]
    public async Task Transport_Security_Is_Strict_Outside_Development(string environment, string? expected)
    {
        await using var app = await Probe.StartAsync(settings =>
        {
            settings.Environment = environment;
            if (environment == "Production")
            {
                settings.Configuration["Connect:InstallKeyHosts:0"] = "https://keys.example.test";
                settings.Configuration["Connect:AllowedSiteHosts:2"] = "*.atlassian.net";
                settings.Configuration["Connect:AllowedSiteHosts:3"] = "*.jira.com";
            }
        });

        using var answer = await app.SendAsync(HttpMethod.Get, "/atlassian-connect.json", null, null);

        Header(answer, "Strict-Transport-Security").ShouldBe(expected);
    }

    private static void ShouldBeSafe(HttpResponseMessage answer)
    {
        Header(answer, "X-Frame-Options").ShouldBeNull();
        Header(answer, "Server").ShouldBeNull();
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "Referrer-Policy").ShouldBe("no-referrer");
        Header(answer, "Permissions-Policy").ShouldNotBeNull().ShouldContain("camera=()");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static Dictionary<string, string> Policy(HttpResponseMessage answer) =>
        Header(answer, "Content-Security-Policy").ShouldNotBeNull().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(directive => directive.Split(' ', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
