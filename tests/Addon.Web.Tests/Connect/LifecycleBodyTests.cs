using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

/// <summary>Bodies that a signed lifecycle call must not have; each gets a clear answer and changes nothing.</summary>
public sealed class LifecycleBodyTests(HostileApp hostile) : IClassFixture<HostileApp>
{
    private AddonApp App => hostile.App;

    public static TheoryData<string, string?, string> BadFields => new()
    {
        { "key", null, "lifecycle.field_missing" },
        { "key", "\"other-app\"", "lifecycle.app_key_foreign" },
        { "clientKey", null, "lifecycle.field_missing" },
        { "clientKey", "7", "lifecycle.field_type" },
        { "sharedSecret", null, "lifecycle.field_missing" },
        { "sharedSecret", "null", "lifecycle.field_missing" },
        { "sharedSecret", "\"\"", "lifecycle.field_missing" },
        { "sharedSecret", "{}", "lifecycle.field_type" },
        { "sharedSecret", "\"1234567890123456789012345678901\"", "lifecycle.secret_too_short" },
        { "baseUrl", null, "lifecycle.field_missing" },
        { "baseUrl", "[]", "lifecycle.field_type" },
        { "baseUrl", "\"not a url\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://evil.example\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://site.atlassian.net.evil.example\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://a.b.atlassian.net\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://atlassian.net\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://me@site.atlassian.net\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://site.atlassian.net/wiki\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://site.atlassian.net?x=1\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://site.atlassian.net#x\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https:\\\\\\\\site.atlassian.net\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"ftp://site.atlassian.net\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"file:///etc/passwd\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://169.254.169.254\"", "lifecycle.site_forbidden" },
        { "baseUrl", "\"https://[::1]\"", "lifecycle.site_forbidden" },
        { "displayUrl", "\"https://10.0.0.1\"", "lifecycle.display_url_invalid" },
        { "displayUrl", "\"https://custom.example/x y\"", "lifecycle.display_url_invalid" },
        { "displayUrl", "\"https://custom.example; script-src *\"", "lifecycle.display_url_invalid" },
        { "displayUrl", "true", "lifecycle.field_type" },
        { "cloudId", "1", "lifecycle.field_type" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_Bad_Member_Is_Named(string field, string? json, string code)
    {
        var site = TestSite.New(App.Jira.BaseUrl);
        var body = AddonApp.InstallBody(site);
        body.Remove(field);
        if (json is not null)
        {
            body[field] = JsonNode.Parse(json);
        }

        using var answer = await App.LifecycleAsync("/connect/installed", site.ClientKey, body);

        await answer.ShouldBeInvalidAsync(field, code);
        (await App.SessionAsync(site, HttpMethod.Post, Probe.Session)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{\"clientKey\":\"a\",\"clientKey\":\"b\"}")]
    [InlineData("{\"key\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"clientKey\":\"\\ud800\"}")]
    public async Task A_Body_That_Is_No_Object_Is_Refused(string text)
    {
        using var body = new StringContent(text, Encoding.UTF8, "application/json");

        using var answer = await App.PostAsync("/connect/installed", ConnectTokens.Lifecycle(App.InstallKey, "c", App.PublicBaseUrl, "/connect/installed", App.Clock.GetUtcNow()), body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Deep_Nesting_And_A_Large_Body_Are_Refused()
    {
        var token = ConnectTokens.Lifecycle(App.InstallKey, "c", App.PublicBaseUrl, "/connect/installed", App.Clock.GetUtcNow());
        using var deep = new StringContent("{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}");
        using var large = new StringContent($$"""{"key":"{{new string('x', 70_000)}}"}""");

        await (await App.PostAsync("/connect/installed", token, deep)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
        await (await App.PostAsync("/connect/installed", token, large)).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
    }
}
