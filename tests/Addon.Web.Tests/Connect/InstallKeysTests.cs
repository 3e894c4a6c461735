using System.Net;
using Addon.Sandbox.Signing;
using Addon.Web.Connect.Auth;
using Addon.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class InstallKeysTests : IAsyncLifetime
{
    private AddonApp app = null!;
    private StubServer second = null!;

    public async ValueTask InitializeAsync()
    {
        second = await StubServer.StartAsync();
        app = await Probe.StartAsync(settings => settings.Configuration["Connect:InstallKeyHosts:1"] = $"{second.BaseUrl}second/");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task The_Second_Server_Is_Asked_When_The_First_Does_Not_Know()
    {
        using var key = new InstallKey("scheme/key-2");
        app.Jira.OnStatus("GET", "/install-keys/scheme/key-2", 404);
        second.On("GET", "/second/scheme/key-2", context => context.Response.WriteAsync(key.PublicPem));

        (await InstallAsync(key)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await InstallAsync(key)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        second.Requests.Count.ShouldBe(1, "a key that is known is not fetched again");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(302)]
    public async Task A_Key_That_Nobody_Has_Is_Refused(int status)
    {
        using var key = new InstallKey("nobody");
        app.Jira.On("GET", "/install-keys/nobody", context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = $"{second.BaseUrl}elsewhere";
            return Task.CompletedTask;
        });
        second.OnStatus("GET", "/second/nobody", 404);

        (await InstallAsync(key)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_Server_That_Cannot_Say_Makes_It_Our_Fault_And_Never_A_Yes(int status)
    {
        using var key = new InstallKey("unsure");
        app.Jira.OnStatus("GET", "/install-keys/unsure", status);
        second.OnStatus("GET", "/second/unsure", 404);

        await (await InstallAsync(key)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "install_key.unavailable");
    }

    [Fact]
    public async Task A_Connection_That_Breaks_Makes_It_Our_Fault_And_Never_A_Yes()
    {
        using var key = new InstallKey("broken");
        app.Jira.On("GET", "/install-keys/broken", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        second.OnStatus("GET", "/second/broken", 404);

        await (await InstallAsync(key)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "install_key.unavailable");
    }

    [Fact]
    public async Task A_Server_That_Sends_No_End_Is_Cut_Off()
    {
        using var key = new InstallKey("endless");
        app.Jira.On("GET", "/install-keys/endless", async context =>
        {
            await context.Response.WriteAsync(key.PublicPem);
            await context.Response.WriteAsync(new string('x', 100_000));
        });
        second.OnStatus("GET", "/second/endless", 404);

        await (await InstallAsync(key)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "install_key.unavailable");
    }

    [Theory]
    [InlineData("<html>sign in</html>")]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")]
    public async Task What_Is_No_Public_Key_Verifies_Nothing(string text)
    {
        using var key = new InstallKey("odd");
        app.Jira.On("GET", "/install-keys/odd", context => context.Response.WriteAsync(text));
        second.OnStatus("GET", "/second/odd", 404);

        (await InstallAsync(key)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_Short_Key_Verifies_Nothing()
    {
        using var key = new InstallKey("short", 1024);
        app.Jira.On("GET", "/install-keys/short", context => context.Response.WriteAsync(key.PublicPem));
        second.OnStatus("GET", "/second/short", 404);

        (await InstallAsync(key)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("2f0c6a1e-7a4e-4a7e-9b51-0c8d1c2b3a4f", true)]
    [InlineData("micros/connect/key-1.pem", true)]
    [InlineData("", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("a/../b", false)]
    [InlineData("a..b", false)]
    [InlineData("a\n", false)]
    public void A_Key_Id_Has_A_Form(string keyId, bool accepted) => InstallKeys.IsKeyId(keyId).ShouldBe(accepted);

    private Task<HttpResponseMessage> InstallAsync(InstallKey key)
    {
        var body = AddonApp.InstallBody(TestSite.New(app.Jira.BaseUrl));
        return app.PostAsync(
            "/connect/installed",
            ConnectTokens.Lifecycle(key, body["clientKey"]!.GetValue<string>(), app.PublicBaseUrl, "/connect/installed", app.Clock.GetUtcNow()),
            new StringContent(body.ToJsonString()));
    }
}
