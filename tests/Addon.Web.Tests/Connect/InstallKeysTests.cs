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
    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());
    private AddonApp app = null!;
    private StubServer second = null!;

    public async ValueTask InitializeAsync()
    {
        second = await StubServer.StartAsync();
        app = await Probe.StartAsync(settings =>
        {
            settings.Clock = clock;
            settings.Configuration["Connect:InstallKeyHosts:1"] = $"{second.BaseUrl}second/";
        });
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

    [Fact]
    public async Task A_Key_That_Nobody_Has_Is_Asked_For_Once_In_Half_A_Minute_And_Found_When_It_Is_Published()
    {
        using var key = new InstallKey("early");
        app.Jira.OnStatus("GET", "/install-keys/early", 404);
        second.OnStatus("GET", "/second/early", 404);

        (await InstallAsync(key)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await InstallAsync(key)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        second.Requests.Count.ShouldBe(1);

        second.On("GET", "/second/early", context => context.Response.WriteAsync(key.PublicPem));
        clock.Advance(TimeSpan.FromSeconds(31));
        (await InstallAsync(key)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_Same_Key_Is_Asked_For_Once_However_Many_Need_It()
    {
        using var key = new InstallKey("wanted");
        var published = new TaskCompletionSource();
        app.Jira.On("GET", "/install-keys/wanted", async context =>
        {
            await published.Task;
            await context.Response.WriteAsync(key.PublicPem);
        });

        var installs = Enumerable.Range(0, 8).Select(_ => InstallAsync(key)).ToList();
        published.SetResult();

        (await Task.WhenAll(installs)).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NoContent);
        app.Jira.Requests.Count(request => request.Path == "/install-keys/wanted").ShouldBe(1);
    }

    [Fact]
    public async Task Made_Up_Key_Ids_Neither_Flood_The_Servers_Nor_Keep_A_Known_Key_Out()
    {
        using var good = new InstallKey("good");
        app.Jira.On("GET", "/install-keys/good", context => context.Response.WriteAsync(good.PublicPem));
        (await InstallAsync(good)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        clock.Advance(TimeSpan.FromHours(2));

        using var forged = new InstallKey("forged-0");
        var refused = HttpStatusCode.Unauthorized;
        var made = 0;
        while (refused == HttpStatusCode.Unauthorized && made < InstallKeys.MostNewcomers * 20)
        {
            var id = $"forged-{made++}";
            app.Jira.OnStatus("GET", $"/install-keys/{id}", 404);
            second.OnStatus("GET", $"/second/{id}", 404);
            refused = (await InstallAsync(forged, id)).StatusCode;
        }

        refused.ShouldBe(HttpStatusCode.ServiceUnavailable);
        second.Requests.Count.ShouldBe(made - 1, "the refused one was not asked for");
        (await InstallAsync(good)).StatusCode.ShouldBe(HttpStatusCode.NoContent, "its hour is over, and it is asked for past the others");
    }

    [Fact]
    public async Task Servers_That_Hang_Hold_Nobody_Up_For_Long()
    {
        var hanging = new TaskCompletionSource();
        using var forged = new InstallKey("hang-0");
        var waiting = new List<Task<HttpResponseMessage>>();
        for (var i = 0; i < 5; i++)
        {
            app.Jira.On("GET", $"/install-keys/hang-{i}", _ => hanging.Task);
            second.On("GET", $"/second/hang-{i}", _ => hanging.Task);
            waiting.Add(InstallAsync(forged, $"hang-{i}"));
        }

        // The fifth has no slot, and says so before the key servers' own timeout frees one.
        var first = await Task.WhenAny(waiting);

        await (await first).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "install_key.unavailable");
        hanging.SetResult();
        await Task.WhenAll(waiting);
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

    private Task<HttpResponseMessage> InstallAsync(InstallKey key, string? claimedId = null)
    {
        var body = AddonApp.InstallBody(TestSite.New(app.Jira.BaseUrl));
        return app.PostAsync(
            "/connect/installed",
            ConnectTokens.Lifecycle(key, body["clientKey"]!.GetValue<string>(), app.PublicBaseUrl, "/connect/installed", app.Clock.GetUtcNow(), draft => draft.Header["kid"] = claimedId ?? key.Id),
            new StringContent(body.ToJsonString()));
    }
}
