using System.Diagnostics;
using Addon.Web.Connect;
using Addon.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class StartTests
{
    private const string Key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    public static TheoryData<string, string, string> BadSettings => new()
    {
        { "Production", "Addon:PublicBaseUrl=", "Addon:PublicBaseUrl is missing" },
        { "Production", "Addon:PublicBaseUrl=nonsense", "Addon:PublicBaseUrl must be an absolute https URL" },
        { "Production", "Addon:PublicBaseUrl=http://x.example", "Addon:PublicBaseUrl must be an https URL" },
        { "Production", "Addon:PublicBaseUrl=https://localhost", "Addon:PublicBaseUrl must not be a loopback" },
        { "Production", "Addon:PublicBaseUrl=https://127.0.0.1", "Addon:PublicBaseUrl must not be a loopback" },
        { "Production", "Addon:PublicBaseUrl=https://[::1]", "Addon:PublicBaseUrl must not be a loopback" },
        { "Production", "Addon:PublicBaseUrl=https://x.example?a=b", "Addon:PublicBaseUrl must have neither" },
        { "Production", "Addon:PublicBaseUrl=https://me:pw@x.example", "Addon:PublicBaseUrl must have neither" },
        { "Production", "Addon:PublicBaseUrl=https://x.example/a//b", "Addon:PublicBaseUrl must not have an empty" },
        { "Development", "Addon:PublicBaseUrl=ftp://localhost", "Addon:PublicBaseUrl must be an absolute https URL" },
        { "Production", "Addon:Key=", "Addon:Key must be" },
        { "Production", "Addon:Key=two words", "Addon:Key must be" },
        { "Production", "Connect:InstallKeyHosts:0=http://keys.example", "Connect:InstallKeyHosts:0 must be an https URL" },
        { "Production", "Connect:InstallKeyHosts:1=keys.example", "Connect:InstallKeyHosts:" },
        { "Production", "Connect:AllowedSiteHosts:0=localhost", "Connect:AllowedSiteHosts:0 must not name this machine" },
        { "Production", "Connect:AllowedSiteHosts:0=10.0.0.1", "Connect:AllowedSiteHosts:0 must not name this machine" },
        { "Production", "Connect:AllowedSiteHosts:0=*", "Connect:AllowedSiteHosts:0 must be a host name" },
        { "Production", "Connect:AllowedSiteHosts:0=*.net", "Connect:AllowedSiteHosts:0 must be a host name" },
        { "Production", "Connect:AllowedSiteHosts:0=https://x.example", "Connect:AllowedSiteHosts:0 must be a host name" },
        { "Production", "Connect:AllowedSiteHosts:0=x.example:99999", "Connect:AllowedSiteHosts:0 must be a host name" },
        { "Production", "Connect:ClockSkewSeconds=-1", "Connect:ClockSkewSeconds must be 0 to 300" },
        { "Production", "Connect:ClockSkewSeconds=301", "Connect:ClockSkewSeconds must be 0 to 300" },
        { "Production", "Connect:ClockSkewSeconds=soon", "Connect:ClockSkewSeconds" },
        { "Production", "Connect:BridgeScriptUrl=http://localhost/all.js", "Connect:BridgeScriptUrl must be an https URL" },
        { "Production", "Database:Provider=Oracle", "Database:Provider must be" },
        { "Production", "Secrets:Keys:0:Base64=AAAA", "Secrets:Keys:0:Base64 must be" },
    };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void A_Bad_Setting_Stops_The_Start_With_One_Line_That_Names_It(string environment, string setting, string message)
    {
        var exception = Should.Throw<Exception>(() => AddonHost.Create(Arguments(environment, setting)));

        var line = StartFailure.Describe(exception);
        line.ShouldContain(message);
        line.ShouldNotContain("\n");
    }

    [Fact]
    public void Two_Bad_Settings_Are_Told_Together()
    {
        var exception = Should.Throw<Exception>(() => AddonHost.Create(Arguments("Production", "Addon:Key=two words", "Connect:ClockSkewSeconds=999", "Database:Provider=Oracle")));

        var line = StartFailure.Describe(exception);
        line.ShouldContain("Addon:Key");
        line.ShouldContain("Connect:ClockSkewSeconds");
        line.ShouldContain("Database:Provider");
    }

    [Fact]
    public async Task Without_Configuration_The_Defaults_Hold()
    {
        await using var app = AddonHost.Create(Arguments("Production", "Addon:PublicBaseUrl=https://x.example/a/"));

        var connect = app.Services.GetRequiredService<IOptions<ConnectOptions>>().Value;
        connect.InstallKeyHosts.ShouldBe(["https://asap-distribution.us-west-2.prod.atl-asap.net", "https://connect-install-keys.atlassian.com"]);
        connect.AllowedSiteHosts.ShouldBe(["*.atlassian.net", "*.jira.com"]);
        connect.ClockSkewSeconds.ShouldBe(30);
        var addon = app.Services.GetRequiredService<IOptions<AddonOptions>>().Value;
        addon.Key.ShouldBe("straightline");
        addon.BaseUrl.ShouldBe("https://x.example/a");
        addon.BasePath.ShouldBe("/a");
    }

    [Fact]
    public async Task A_Configured_List_Replaces_The_Default_One()
    {
        await using var app = AddonHost.Create(Arguments("Production", "Connect:AllowedSiteHosts:0=only.atlassian.net", "Connect:InstallKeyHosts:0=https://keys.example"));

        var connect = app.Services.GetRequiredService<IOptions<ConnectOptions>>().Value;
        connect.AllowedSiteHosts.ShouldBe(["only.atlassian.net"]);
        connect.InstallKeyHosts.ShouldBe(["https://keys.example"]);
    }

    [Fact]
    public async Task Every_Endpoint_States_Exactly_One_Kind_Or_Is_Open_On_Purpose()
    {
        await using var app = AddonHost.Create(Arguments("Development"));
        var policies = Enum.GetValues<ConnectTokenKind>().Select(ConnectEndpoints.PolicyOf).ToHashSet(StringComparer.Ordinal);
        string[] open = ["/atlassian-connect.json", "/favicon.ico", "/health", "/api/v1/openapi.json"];

        foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var stated = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? "").ToList();
            var name = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                open.ShouldContain(prefix => name == "/" || name.StartsWith(prefix, StringComparison.Ordinal), $"{name} is open");
                stated.ShouldBeEmpty(name);
                continue;
            }

            stated.Count.ShouldBe(1, name);
            policies.ShouldContain(stated[0], name);
            endpoint.Metadata.GetOrderedMetadata<TokenKindMetadata>().Count.ShouldBe(1, name);
        }
    }

    [Theory]
    [InlineData("Addon:PublicBaseUrl=http://x.example", "straightline cannot start: Addon:PublicBaseUrl must be an https URL; http is accepted in Development only.")]
    [InlineData("Connect:ClockSkewSeconds=999", "straightline cannot start: Connect:ClockSkewSeconds must be 0 to 300.")]
    public async Task The_Process_Ends_With_One_Line_And_No_Stack_Trace(string setting, string expected)
    {
        var (code, output, error) = await RunAsync(Arguments("Production", setting));

        code.ShouldBe(1);
        error.Trim().ShouldBe(expected);
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_Port_That_Is_Taken_Ends_The_Process_With_One_Line()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var folder = Directory.CreateTempSubdirectory("straightline-start-");

        var (code, output, error) = await RunAsync(Arguments(
            "Production",
            $"urls=http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}",
            $"Database:ConnectionString=Data Source={Path.Combine(folder.FullName, "x.db")};Pooling=False"));

        folder.Delete(recursive: true);
        code.ShouldBe(1, output + error);
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("address already in use");
        output.ShouldNotContain("   at ");
    }

    private static string[] Arguments(string environment, params string[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["environment"] = environment,
            ["Addon:PublicBaseUrl"] = "https://x.example",
            ["Secrets:Keys:0:Id"] = "k",
            ["Secrets:Keys:0:Base64"] = Key,
        };
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            all[parts[0]] = parts[1];
        }

        return [.. all.Select(pair => $"--{pair.Key}={pair.Value}")];
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Addon.Web.dll"));
        foreach (var argument in args)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
