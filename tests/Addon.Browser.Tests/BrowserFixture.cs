using Addon.Sandbox;
using Microsoft.Playwright;
using Xunit;

namespace Addon.Browser.Tests;

/// <summary>The sandbox and a Chromium, started once. Without a Chromium every test is skipped and says why.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"straightline-browser-{Guid.NewGuid():N}");
    private SandboxApp? _sandbox;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why no test can run, or null.</summary>
    public string? SkipReason { get; private set; }

    /// <summary>The sandbox.</summary>
    public SandboxApp Sandbox => _sandbox ?? throw new InvalidOperationException("The sandbox has not started.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (FindChromium() is not { } chromium)
        {
            SkipReason = "No Chromium: install the package \"chromium\", or say where one is in CHROMIUM_PATH.";
            return;
        }

        _sandbox = await SandboxApp.StartAsync(new SandboxOptions { DataFolder = _folder }, TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Headless = true, Args = Flags });
    }

    /// <summary>A browser of one person in one theme.</summary>
    public async Task<Visit> VisitAsync(string person, string theme = "light", int width = 1280)
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? "");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Sandbox.SiteAddress.AbsoluteUri,
            ColorScheme = theme is "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        await context.AddCookiesAsync(
        [
            new Cookie { Name = "sandbox-user", Value = person, Url = Sandbox.SiteAddress.AbsoluteUri },
            new Cookie { Name = "sandbox-theme", Value = theme, Url = Sandbox.SiteAddress.AbsoluteUri },
        ]);
        return new Visit(context, await context.NewPageAsync(), theme);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string? FindChromium() => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named
        ? named
        : UsualPlaces.FirstOrDefault(File.Exists);
}
