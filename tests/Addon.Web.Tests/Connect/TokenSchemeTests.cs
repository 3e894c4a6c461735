using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Addon.Core.Installations;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class TokenSchemeTests
{
    private const string SampleSecret = "test-shared-secret-0123456789abcdef";

    private const string SamplePageToken =
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ0ZXN0LWNsaWVudC1rZXkiLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMDE4MCwicXNoIjoiOWU4YTA4MjJlZDE5YThlZDBjMmJhMGMwMDFhMmE3MjFiN2EzYTJhZjg5ODVjYWIyZWQ2ZDc5NjQ4YjEwMTk3MSJ9.8g4btb0AV3UuuEpMSQDY2q94RwFMrHY7W0wj7Rj5vsM";

    private const string SampleContextToken =
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ0ZXN0LWNsaWVudC1rZXkiLCJzdWIiOiI1YjEwYTI4NDRjMjAxNjU3MDBlZGUyMWciLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMDkwMCwicXNoIjoiY29udGV4dC1xc2giLCJjb250ZXh0Ijp7ImppcmEiOnsiaXNzdWUiOnsiaWQiOiIxMDAwMSIsImtleSI6IkFCQy0xIn0sInByb2plY3QiOnsiaWQiOiIxMDAwMCIsImtleSI6IkFCQyJ9fX19.fLcbNEW1ZCTr4OHFw4zcSfPSqo9CCTT9-O1w-Xhyca8";

    private readonly TestClock clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    [Fact]
    public async Task The_Published_Context_Token_Says_Who_And_What()
    {
        await using var app = await Probe.StartAsync(settings => settings.Clock = clock);
        await app.InstallAsync(new TestSite("test-client-key", SampleSecret, app.Jira.BaseUrl));

        using var answer = await app.PostAsync(Probe.Session, SampleContextToken, null);

        var caller = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        caller["account"]!.GetValue<string>().ShouldBe("5b10a2844c20165700ede21g");
        caller["issue"]!.GetValue<long>().ShouldBe(10001);
        caller["project"]!.GetValue<long>().ShouldBe(10000);
        clock.Advance(TimeSpan.FromSeconds(931));
        (await app.PostAsync(Probe.Session, SampleContextToken, null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_Published_Page_Token_Opens_Its_Page_Until_It_Expires()
    {
        // The token is for /panel, which no feature of ours has: its signature, its times and its hash are what counts here.
        Web.Connect.Auth.ConnectToken.TryParse(SamplePageToken, out var token).ShouldBeTrue();
        token!.QueryHash.ShouldBe(Web.Connect.Auth.QueryStringHash.Compute("GET", "/panel?issueKey=ABC-1"));
        var key = new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(SampleSecret));
        (await Web.Connect.Auth.JwtSignature.IsValidAsync(token, key, "HS256")).ShouldBeTrue();
        (await Web.Connect.Auth.JwtSignature.IsValidAsync(token, key, "HS384")).ShouldBeFalse();
        Web.Connect.Auth.TokenTimes.Fault(token, clock.GetUtcNow(), TimeSpan.Zero).ShouldBeNull();
        Web.Connect.Auth.TokenTimes.Fault(token, clock.GetUtcNow().AddSeconds(180), TimeSpan.Zero).ShouldBe("expired");
        Web.Connect.Auth.TokenTimes.Fault(token, clock.GetUtcNow().AddSeconds(180), TimeSpan.FromSeconds(30)).ShouldBeNull();
        Web.Connect.Auth.TokenTimes.Fault(token, clock.GetUtcNow().AddSeconds(-31), TimeSpan.FromSeconds(30)).ShouldBe("iat_in_future");
    }

    [Fact]
    public async Task A_Token_Without_A_Person_Makes_An_Anonymous_Caller()
    {
        await using var app = await Probe.StartAsync();
        var site = await app.InstallAsync();

        using var answer = await app.PageAsync(site, Probe.Page, account: null);

        var caller = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        caller["account"].ShouldBeNull();
        caller["issue"].ShouldBeNull();
    }

    [Fact]
    public async Task Ids_In_The_Context_May_Be_Numbers_And_Nonsense_There_Is_Nothing()
    {
        await using var app = await Probe.StartAsync();
        var site = await app.InstallAsync();
        async Task<JsonNode> CallAsync(string context)
        {
            var token = ConnectTokens.Context(site.ClientKey, site.Secret, "a", app.Clock.GetUtcNow(), change: d => d.With("context", JsonNode.Parse(context)));
            using var answer = await app.PostAsync(Probe.Session, token, null);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        }

        (await CallAsync("""{"jira":{"issue":{"id":17},"project":{"id":"18"}}}"""))["issue"]!.GetValue<long>().ShouldBe(17);
        foreach (var nonsense in new[] { "7", "[]", """{"jira":7}""", """{"jira":{"issue":7}}""", """{"jira":{"issue":{"id":"x"}}}""", """{"jira":{"issue":{"id":-1}}}""", """{"jira":{"issue":{"id":1.5}}}""", """{"jira":{"issue":{"id":99999999999999999999}}}""" })
        {
            (await CallAsync(nonsense))["issue"].ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Base_Path_Counts_Whether_The_Proxy_Leaves_It_On_Or_Not(bool strips)
    {
        await using var app = await Probe.StartAsync(settings =>
        {
            settings.PublicBaseUrl = "https://apps.example.test/okr/straightline/";
            settings.ProxyStripsBasePath = strips;
        });
        var site = await app.InstallAsync();

        (await app.PageAsync(site, $"{Probe.Page}?x=1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.WebhookAsync(site, new JsonObject(), url: Probe.Webhook)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.SessionAsync(site, HttpMethod.Post, Probe.Session)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("?b=2&a=1&B=3&repeated=z&repeated=a")]
    [InlineData("?q=a+b%20c%2Bd&empty=&novalue")]
    [InlineData("?n=%C3%A9%F0%9F%98%80&p=a/b:c&m=%zz")]
    public async Task A_Page_With_Odd_Parameters_Opens(string query)
    {
        await using var app = await Probe.StartAsync();
        var site = await app.InstallAsync();

        (await app.PageAsync(site, Probe.Page + query)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_Header_Scheme_Is_Read_In_Any_Case()
    {
        await using var app = await Probe.StartAsync();
        var site = await app.InstallAsync();
        var request = app.Request(HttpMethod.Post, Probe.Session, null, null);
        request.Headers.TryAddWithoutValidation("Authorization", "jwt " + ConnectTokens.Context(site.ClientKey, site.Secret, "a", app.Clock.GetUtcNow()));

        (await app.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_Warm_Site_Costs_No_Look_Up_And_A_Secret_That_Another_Process_Rotated_Is_Found()
    {
        await using var app = await Probe.StartAsync(settings =>
        {
            settings.Clock = clock;
            var services = settings.Services;
            settings.Services = builder =>
            {
                services?.Invoke(builder);
                CountingStore.AddTo(builder.Services);
            };
        });
        var counter = app.Services.GetRequiredService<CountingStore.Counter>();
        var site = await app.InstallAsync();
        async Task<HttpStatusCode> CallAsync(TestSite caller) => (await app.SessionAsync(caller, HttpMethod.Post, Probe.Session)).StatusCode;
        (await CallAsync(site)).ShouldBe(HttpStatusCode.OK);
        var warm = counter.Reads;

        for (var i = 0; i < 20; i++)
        {
            (await CallAsync(site)).ShouldBe(HttpStatusCode.OK);
        }

        counter.Reads.ShouldBe(warm);

        // Another process changes the row; nothing tells this one.
        var rotated = site.Rotated();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<IInstallationStore>();
            var row = (await store.FindByClientKeyAsync(site.ClientKey, CancellationToken.None))!;
            await store.SaveAsync(row with { SharedSecret = new Secret(rotated.Secret) }, CancellationToken.None);
        }

        clock.Advance(TimeSpan.FromSeconds(2));
        (await CallAsync(rotated)).ShouldBe(HttpStatusCode.OK);

        // Forged tokens are not answered with a read each.
        var before = counter.Reads;
        for (var i = 0; i < 20; i++)
        {
            (await CallAsync(site)).ShouldBe(HttpStatusCode.Unauthorized);
        }

        counter.Reads.ShouldBe(before);
    }

    [Fact]
    public async Task An_Uninstall_In_Another_Process_Is_Seen_Within_Seconds()
    {
        await using var app = await Probe.StartAsync(settings => settings.Clock = clock);
        var site = await app.InstallAsync();
        (await app.SessionAsync(site, HttpMethod.Post, Probe.Session)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var store = scope.ServiceProvider.GetRequiredService<IInstallationStore>();
            var row = (await store.FindByClientKeyAsync(site.ClientKey, CancellationToken.None))!;
            await store.SaveAsync(row with { SharedSecret = null, UninstalledAt = clock.GetUtcNow() }, CancellationToken.None);
        }

        clock.Advance(TimeSpan.FromSeconds(11));

        (await app.SessionAsync(site, HttpMethod.Post, Probe.Session)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_Log_Names_The_Cause_And_Never_A_Token_A_Secret_Or_A_Query()
    {
        var log = new ConcurrentQueue<string>();
        await using var app = await Probe.StartAsync(settings =>
        {
            settings.Configuration["Logging:LogLevel:Default"] = "Trace";
            settings.Configuration["Logging:LogLevel:Addon"] = "Trace";
            var services = settings.Services;
            settings.Services = builder =>
            {
                services?.Invoke(builder);
                builder.Logging.ClearProviders().AddProvider(new CollectingLog(log));
            };
        });
        var site = await app.InstallAsync();
        await app.PageAsync(site, $"{Probe.Page}?issueKey=CONFIDENTIAL-1");
        var token = ConnectTokens.Page(site.ClientKey, site.Secret, Probe.Page, "a", app.Clock.GetUtcNow());
        await app.SendAsync(HttpMethod.Get, $"{Probe.Page}?issueKey=CONFIDENTIAL-1&jwt={token}", null, null);
        await app.SendAsync(HttpMethod.Post, Probe.Session, token, null);
        await app.SessionAsync(site, HttpMethod.Get, "/probe/throws");

        var start = token[..20];
        var ours = log.Where(line => line.StartsWith("Addon.", StringComparison.Ordinal)).ToList();
        ours.ShouldContain(line => line.Contains("qsh_mismatch", StringComparison.Ordinal));
        log.ShouldNotContain(line => line.Contains(site.Secret, StringComparison.Ordinal));
        ours.ShouldNotContain(line => line.Contains(start, StringComparison.Ordinal) || line.Contains("CONFIDENTIAL", StringComparison.Ordinal));
    }

    private sealed class CollectingLog(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        private string category = "";

        public ILogger CreateLogger(string categoryName) => new CollectingLog(lines) { category = categoryName };

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
