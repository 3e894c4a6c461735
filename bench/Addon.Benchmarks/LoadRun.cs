using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Addon.Sandbox.Signing;

namespace Addon.Benchmarks;

/// <summary>Intake and panel against the bare framework, in one run on one machine: the ratios are what counts, the absolute figures are the machine's.</summary>
internal static class LoadRun
{
    private const string ClientKey = "bench-client-key";
    private const string Secret = "bench-shared-secret-0123456789abcdef0123456789";
    private const string PublicUrl = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var folder = Directory.CreateTempSubdirectory("straightline-bench-");
        try
        {
            using var key = new InstallKey();
            await using var platform = await StartPlatformAsync(key);
            using var bare = await StartBareAsync();
            using var addon = await StartAddonAsync(folder.FullName, platform.Urls.First());
            await InstallAsync(addon.Address, key, platform.Urls.First());

            LoadResult[] results =
            [
                await Load.RunAsync("(a) bare POST", bare, count, i => Post("/bare", i)),
                await Load.RunAsync("(b) bare POST + HMAC", bare, count, i => Post("/hmac", i)),
                await Load.RunAsync("(c) webhook intake", addon, count, i => Post("/connect/webhooks", i)),
                await Load.RunAsync("(b') bare GET + HMAC", bare, count, i => Get("/hmac", i)),
                await Load.RunAsync("(d) issue panel GET", addon, count, i => Get("/connect/issue-panel", i)),
            ];
            Print(results);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(LoadResult[] results)
    {
        Console.WriteLine($"{Load.Connections} connections, closed loop, loopback, distinct tokens; SQLite file with the product's own durability settings");
        Console.WriteLine($"{"",-24}{"req/s",10}{"p50 ms",10}{"p99 ms",10}{"CPU us/req",12}{"RSS MiB",10}");
        foreach (var r in results)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Name,-24}{r.PerSecond,10:N0}{r.P50,10:N2}{r.P99,10:N2}{r.CpuMicros,12:N0}{r.ResidentMiB,10:N0}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"intake / (b) = {results[2].PerSecond / results[1].PerSecond:P0}   panel / (b') = {results[4].PerSecond / results[3].PerSecond:P0}"));
    }

    private static async Task<WebApplication> StartPlatformAsync(InstallKey key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var platform = builder.Build();
        var keys = new InstallKeyServer();
        keys.Publish(key);
        keys.Map(platform, "/keys");
        await platform.StartAsync();
        return platform;
    }

    private static Task<ServerProcess> StartBareAsync()
    {
        var address = ServerProcess.FreeAddress();
        return ServerProcess.StartAsync(address, "/", new Dictionary<string, string>(StringComparer.Ordinal), "serve-bare", address.ToString(), Secret);
    }

    private static Task<ServerProcess> StartAddonAsync(string folder, string platform)
    {
        var address = ServerProcess.FreeAddress();
        return ServerProcess.StartAsync(
            address,
            "/health/live",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["Logging__LogLevel__Default"] = "Warning",
                ["Addon__PublicBaseUrl"] = PublicUrl,
                ["Connect__InstallKeyHosts__0"] = $"{platform}/keys",
                ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "bench.db")}",
            },
            "serve-addon");
    }

    private static async Task InstallAsync(Uri addon, InstallKey key, string platform)
    {
        using var http = new HttpClient { BaseAddress = addon };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/installed")
        {
            Content = new StringContent(
                $$"""{"key":"straightline","clientKey":"{{ClientKey}}","sharedSecret":"{{Secret}}","baseUrl":"{{platform}}","productType":"jira","eventType":"installed"}""",
                Encoding.UTF8,
                "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("JWT", ConnectTokens.Lifecycle(key, ClientKey, PublicUrl, "/connect/installed", Now));
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static HttpRequestMessage Post(string path, int i)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(WebhookBody.Of(i), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("JWT", ConnectTokens.Webhook(ClientKey, Secret, path, Now, d => d.With("jti", $"{path}-{i}")));
        request.Headers.Add("X-Atlassian-Webhook-Identifier", $"bench-{i}");
        return request;
    }

    private static HttpRequestMessage Get(string path, int i) => new(
        HttpMethod.Get,
        ConnectTokens.SignPageUrl(ClientKey, Secret, $"{path}?issueId={10_000 + i}&issueKey=PAY-{i}&projectId=10000", "5b10a2844c20165700ede21g", Now));

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
