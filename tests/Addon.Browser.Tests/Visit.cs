using System.Text.RegularExpressions;
using Addon.Sandbox.LocalJira;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Addon.Browser.Tests;

/// <summary>One person at the local Jira, and everything that went wrong while they looked.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>How long a condition may take to come true.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IBrowserContext _context;
    private readonly List<string> _problems = [];
    private int? _expectedRefusal;

    /// <summary>Begins to watch.</summary>
    public Visit(IBrowserContext context, IPage page, string theme)
    {
        (_context, Page, Theme) = (context, page, theme);
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        page.PageError += (_, error) => _problems.Add($"script error: {error}");
        page.Console += (_, message) => NoteConsole(message);
        page.RequestFailed += (_, request) => NoteFailure(request);
        page.Response += (_, response) => NoteStatus(response.Status, response.Url);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The theme.</summary>
    public string Theme { get; }

    /// <summary>Whether it is a screen on a desk and no phone.</summary>
    public bool IsWide => Page.ViewportSize is { Width: > 1000 };

    /// <summary>How often this person clicked.</summary>
    public int Clicks { get; private set; }

    /// <summary>The add-on's panel on an issue.</summary>
    public IFrameLocator IssuePanel => Page.FrameLocator("iframe[title='Which KR does this move?']");

    /// <summary>The add-on's page of a project.</summary>
    public IFrameLocator KeyResults => Page.FrameLocator("iframe[title='Key results']");

    /// <summary>The page with the tree of the whole company.</summary>
    public IFrameLocator Company => Page.FrameLocator("iframe[title='Objectives']");

    /// <summary>A key result's own page.</summary>
    public IFrameLocator Sheet => Page.FrameLocator("iframe[title='Key result']");

    /// <summary>The administrators' page.</summary>
    public IFrameLocator Administration => Page.FrameLocator("iframe[title='Straightline']");

    /// <summary>The flags of the site.</summary>
    public ILocator Flags => Page.Locator("#flags");

    /// <summary>The refusals that a test provokes on purpose.</summary>
    public void ExpectRefusal(int status) => _expectedRefusal = status;

    /// <summary>Opens an issue.</summary>
    public Task OpenAsync(JiraIssue issue) => Page.GotoAsync($"/browse/{issue.Key}");

    /// <summary>The link in the sidebar to the key results of a project.</summary>
    public ILocator KeyResultsLink(JiraProject project) => Page.GetByRole(AriaRole.Navigation).Locator($"a[href^='/projects/{project.Key}?']");

    /// <summary>Opens the key results of a project by the link in the sidebar.</summary>
    public async Task OpenKeyResultsAsync(JiraProject project)
    {
        await Page.GotoAsync($"/projects/{project.Key}");
        await KeyResultsLink(project).ClickAsync();
    }

    /// <summary>Opens a key result's own page by the link on its card.</summary>
    public async Task OpenSheetAsync(JiraProject project, string title)
    {
        await OpenKeyResultsAsync(project);
        await KeyResult(title).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(Sheet.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
    }

    /// <summary>Opens a page of the add-on that belongs to no project.</summary>
    public Task OpenSitePageAsync(string module, string query = "") => Page.GotoAsync($"/plugins/servlet/ac/straightline/{module}{query}");

    /// <summary>Moves on with the Tab key until the element has the focus.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < 200 && !await IsFocusedAsync(target); presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
        }

        (await IsFocusedAsync(target)).ShouldBeTrue("The Tab key does not reach it.");
    }

    /// <summary>Neither the page nor the add-on's part of it is wider than the window.</summary>
    public async Task ShouldNotScrollSidewaysAsync()
    {
        foreach (var frame in Page.Frames)
        {
            var wider = await frame.EvaluateAsync<string[]>(
                """
                () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.body.querySelectorAll('*')]
                  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((element) => element.outerHTML.slice(0, 200))
                """);
            wider.ShouldBeEmpty(frame.Url.Split('?')[0]);
        }
    }

    /// <summary>Clicks, and counts it.</summary>
    public async Task ClickAsync(ILocator target)
    {
        Clicks++;
        await target.ClickAsync();
    }

    /// <summary>The card of a key result.</summary>
    public ILocator KeyResult(string title) => KeyResults.GetByRole(AriaRole.Article, new() { NameRegex = new Regex($"^KR-\\d+ {Regex.Escape(title)}", RegexOptions.None, TimeSpan.FromSeconds(1)) });

    /// <summary>The part of an objective with its key results.</summary>
    public ILocator Objective(string title) => KeyResults.GetByRole(AriaRole.Article, new() { NameRegex = new Regex($"^O-\\d+ {Regex.Escape(title)}", RegexOptions.None, TimeSpan.FromSeconds(1)) });

    /// <summary>"3 of 8", as the card of a key result shows it.</summary>
    public async Task<(int Done, int Total)> DeliveryAsync(string title)
    {
        var text = await KeyResult(title).GetByText(new Regex(@"\d+ of \d+ issues? done", RegexOptions.None, TimeSpan.FromSeconds(1))).InnerTextAsync();
        var numbers = Regex.Matches(text, @"\d+", RegexOptions.None, TimeSpan.FromSeconds(1));
        return (int.Parse(numbers[0].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(numbers[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Loads the page again until a condition is true.</summary>
    public async Task ReloadUntilAsync(Func<Task<bool>> condition, string what)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            TimeProvider.System.GetElapsedTime(until).ShouldBeLessThan(Patience, what);
            await Page.ReloadAsync();
        }
    }

    /// <summary>No console error, no failed request, no violation of a policy.</summary>
    public void ShouldBeClean() => _problems.ShouldBeEmpty();

    /// <summary>Neither the page nor a frame in it has an accessibility problem that axe knows.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        var result = await Page.RunAxe();
        result.Violations
            .SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Impact}): {n.Html} at {n.Target}"))
            .ShouldBeEmpty($"axe in the {Theme} theme");
    }

    /// <summary>Writes a picture into <c>docs/img</c> when pictures are wanted.</summary>
    public async Task ScreenshotAsync(string name, bool fullPage = false)
    {
        if (Environment.GetEnvironmentVariable("STRAIGHTLINE_SCREENSHOTS") is not { Length: > 0 })
        {
            return;
        }

        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(RepositoryRoot(), "docs", "img", $"{name}-{Theme}.png"), FullPage = fullPage });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestOutputHelper is { } output)
        {
            output.WriteLine($"Last page: {Page.Url}");
            foreach (var problem in _problems)
            {
                output.WriteLine(problem);
            }

            foreach (var frame in Page.Frames)
            {
                output.WriteLine(await frame.Locator("body").InnerTextAsync());
            }
        }

        await _context.DisposeAsync();
    }

    private static Task<bool> IsFocusedAsync(ILocator element) => element.EvaluateAsync<bool>("element => element === document.activeElement && document.hasFocus()");

    /// <summary>The repository's folder.</summary>
    internal static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AddonHost.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return folder.FullName;
    }

    private void NoteConsole(IConsoleMessage message)
    {
        // The browser reports an answer of 400 and more as an error of its own; NoteStatus decides about those.
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            _problems.Add($"console: {message.Text}");
        }
    }

    private void NoteFailure(IRequest request)
    {
        // Leaving a page ends what it was still loading.
        if (request.Failure is not "net::ERR_ABORTED")
        {
            _problems.Add($"failed: {request.Method} {request.Url.Split('?')[0]} {request.Failure}");
        }
    }

    private void NoteStatus(int status, string url)
    {
        if (status >= 400 && status != _expectedRefusal)
        {
            _problems.Add($"answer {status}: {url.Split('?')[0]}");
        }
    }
}
