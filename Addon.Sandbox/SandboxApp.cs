using System.Globalization;
using Addon.Sandbox.Connect;
using Addon.Sandbox.LocalJira;
using Addon.Sandbox.Playing;
using Addon.Sandbox.Signing;
using Addon.Web;
using Addon.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Addon.Sandbox;

/// <summary>A local Jira and the add-on, running and installed. What <c>dotnet run</c> starts is what tests start.</summary>
public sealed class SandboxApp : IAsyncDisposable
{
    private readonly WebApplication _site;
    private readonly WebApplication _addon;
    private readonly InstallKey _installKey;
    private readonly DataFolder _data;
    private SqliteConnection? _pooled;

    private SandboxApp(WebApplication site, WebApplication addon, InstallKey installKey, DataFolder data, Uri siteAddress, Uri addonAddress, SandboxClock clock)
    {
        _site = site;
        _addon = addon;
        _installKey = installKey;
        _data = data;
        SiteAddress = siteAddress;
        AddonAddress = addonAddress;
        Clock = clock;
    }

    /// <summary>The clock of both hosts.</summary>
    public SandboxClock Clock { get; }

    /// <summary>Where the local Jira is.</summary>
    public Uri SiteAddress { get; }

    /// <summary>Where the add-on is.</summary>
    public Uri AddonAddress { get; }

    /// <summary>The local Jira's data.</summary>
    public LocalSite Jira => _site.Services.GetRequiredService<LocalSite>();

    /// <summary>The webhooks under way.</summary>
    public WebhookQueue Webhooks => _site.Services.GetRequiredService<WebhookQueue>();

    /// <summary>The add-on's life on the site.</summary>
    public AppConnection Connection => _site.Services.GetRequiredService<AppConnection>();

    /// <summary>The add-on's services.</summary>
    public IServiceProvider AddonServices => _addon.Services;

    /// <summary>Where the add-on's descriptor is.</summary>
    public Uri DescriptorUrl => _site.Services.GetRequiredService<DescriptorAddress>().Url;

    /// <summary>Starts both hosts, installs the add-on, and writes the objectives of a new site.</summary>
    public static async Task<SandboxApp> StartAsync(SandboxOptions options, CancellationToken ct = default)
    {
        // Before anything is deleted: what is there may be in use.
        var data = DataFolder.Hold(options.DataFolder);
        try
        {
            var jiraPort = LoopbackPorts.Choose(options.JiraPort, options.IsJiraPortGiven ? "--jira-port" : null, except: options.IsAddonPortGiven ? options.AddonPort : 0, options.Tell);
            var addonPort = LoopbackPorts.Choose(options.AddonPort, options.IsAddonPortGiven ? "--addon-port" : null, except: jiraPort, options.Tell);
            if (options.Fresh)
            {
                data.Clear();
            }

            return await StartAsync(options, data, Address(jiraPort), Address(addonPort), ct);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    private static async Task<SandboxApp> StartAsync(SandboxOptions options, DataFolder data, Uri siteAddress, Uri addonAddress, CancellationToken ct)
    {
        var installKey = new InstallKey();
        var clock = new SandboxClock();
        var site = SiteHost.Create(options, data, siteAddress, addonAddress, installKey, clock);
        var addon = AddonHost.Create(AddonArguments(options, data, siteAddress, addonAddress), builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            options.ConfigureAddon?.Invoke(builder);
        });
        var sandbox = new SandboxApp(site, addon, installKey, data, siteAddress, addonAddress, clock);
        try
        {
            await site.StartAsync(ct);
            await addon.StartAddonAsync(ct);
            await using (var connection = await addon.Services.GetRequiredService<Database>().OpenAsync(ct))
            {
                sandbox._pooled = connection as SqliteConnection;
            }

            await sandbox.PrepareAsync(options, ct);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until either host is told to stop.</summary>
    public Task WaitForShutdownAsync() => Task.WhenAny(_site.WaitForShutdownAsync(), _addon.WaitForShutdownAsync());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _addon.DisposeAsync();
        _installKey.Dispose();
        if (_pooled is { } database)
        {
            // A pooled connection would go on with a file that the next start in this process may delete.
            SqliteConnection.ClearPool(database);
        }

        _data.Dispose();
    }

    private async Task PrepareAsync(SandboxOptions options, CancellationToken ct)
    {
        var isNew = !Jira.IsInstalled;
        var story = options.SeedOkrs && !Jira.AreOkrsSeeded ? _site.Services.GetRequiredService<PlayQuarter>() : null;
        story?.Begin();
        await Connection.InstallAsync(DescriptorUrl, newSecret: isNew, ct);
        if (story is not null)
        {
            await story.PlayAsync(AddonAddress, ct);
            Jira.SetOkrsSeeded();
        }
    }

    private static Uri Address(int port) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");

    private static string[] AddonArguments(SandboxOptions options, DataFolder data, Uri siteAddress, Uri addonAddress)
    {
        var site = siteAddress.GetLeftPart(UriPartial.Authority);
        var addon = addonAddress.GetLeftPart(UriPartial.Authority);
        return
        [
            "--environment=Development",
            $"--urls={addon}",
            $"--Addon:PublicBaseUrl={addon}",
            $"--Connect:InstallKeyHosts:0={site}{SiteHost.InstallKeys}",
            $"--Connect:AllowedSiteHosts:0={siteAddress.Authority}",
            $"--Connect:BridgeScriptUrl={site}/all.js",
            "--Database:Provider=Sqlite",
            $"--Database:ConnectionString=Data Source={data.Database}",
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
            .. options.AddonSettings.Select(setting => "--" + setting),
        ];
    }
}
