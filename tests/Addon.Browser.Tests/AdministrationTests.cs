using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>The administrators' page.</summary>
public sealed class AdministrationTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_Cycle_Is_Planned_Run_And_Closed_And_Its_Snapshot_Can_Be_Read()
    {
        const string cycle = "Audit weeks";
        const string keyResult = "Reduce open findings from 9 to 1";
        await using var visit = await browser.VisitAsync("admin");
        visit.ExpectRefusal(409);
        await OpenAsync(visit, "Cycles");
        var page = visit.Administration;
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan cycle" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Cycle" });
        await form.GetByLabel("Name").FillAsync(cycle);
        await form.GetByLabel("Kind").SelectOptionAsync("year");
        await form.GetByLabel("First day").FillAsync(Day(-14));
        await form.GetByLabel("Last day").FillAsync(Day(14));
        await visit.ShouldBeAccessibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Save cycle" }).ClickAsync();
        await MoveAsync(page, "Activate", cycle);
        await Expect(visit.Flags).ToContainTextAsync("Cycle activated");

        await WriteAsync(visit, cycle, keyResult);
        await OpenAsync(visit, "Cycles");
        await MoveAsync(page, "Start closing", cycle);
        await Expect(visit.Flags).ToContainTextAsync("Closing started");
        await MoveAsync(page, "Close", cycle);
        await Expect(page.GetByText("1 key result of this cycle has not ended.")).ToBeVisibleAsync();

        await visit.OpenKeyResultsAsync(JiraProject.Core);
        var card = visit.KeyResult(keyResult);
        await card.GetByText("More", new() { Exact = true }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Call it missed", Exact = true }).ClickAsync();
        await card.GetByLabel("Why", new() { Exact = true }).FillAsync("The auditors came a week early");
        await card.GetByRole(AriaRole.Form).GetByRole(AriaRole.Button, new() { Name = "Call it missed" }).ClickAsync();
        await Expect(visit.Flags).ToContainTextAsync("Key result called missed");

        await OpenAsync(visit, "Cycles");
        await MoveAsync(page, "Close", cycle);
        await Expect(visit.Flags).ToContainTextAsync("Cycle closed");
        await page.GetByText($"Snapshots of {cycle}").ClickAsync();
        var snapshot = page.GetByRole(AriaRole.Table, new() { Name = "How each key result ended" });
        await Expect(snapshot).ToContainTextAsync(keyResult);
        await Expect(page.GetByText("1 objectives, 1 key results").Or(page.GetByText("1 objective, 1 key result"))).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task A_Table_Is_Checked_Imported_And_Everything_Exported_And_The_Audit_Tells_It()
    {
        await using var visit = await browser.VisitAsync("admin");
        await OpenAsync(visit, "Import and export");
        var page = visit.Administration;
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Choose a file or paste a table first.")).ToBeVisibleAsync();
        await page.GetByText("Paste a table instead").ClickAsync();
        await page.GetByLabel("Rows with their header").FillAsync("scope,objective,title,from,to\nPayments,An objective,A key result,twelve,4\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The file has " })).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();

        await page.GetByLabel("File").SetInputFilesAsync(Path.Combine(Visit.RepositoryRoot(), "docs", "samples", "okrs.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ready to import" })).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 5 key results" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Imported", Exact = true })).ToBeVisibleAsync();

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Export everything (JSON)" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("straightline-okrs.json");
        (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldContain("Payments never stop");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Audit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Changes, the newest first" })).ToContainTextAsync("import");
        await visit.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Scopes" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Platform Team", Exact = true })).ToBeVisibleAsync();
        visit.ShouldBeClean();
    }

    private static async Task OpenAsync(Visit visit, string tab)
    {
        await visit.OpenSitePageAsync("admin");
        await visit.Administration.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
    }

    private static async Task MoveAsync(IFrameLocator page, string move, string cycle)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"{move} {cycle}", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Form, new() { Name = "Confirm" }).GetByRole(AriaRole.Button, new() { Name = $"{move} {cycle}" }).ClickAsync();
    }

    /// <summary>An objective of the cycle with one active key result.</summary>
    private static async Task WriteAsync(Visit visit, string cycle, string keyResult)
    {
        await visit.OpenKeyResultsAsync(JiraProject.Core);
        var page = visit.KeyResults;
        await page.GetByRole(AriaRole.Button, new() { Name = "Add objective to Core platform" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Objective", Exact = true }).FillAsync("The auditors go home early");
        await page.GetByLabel("Cycle").SelectOptionAsync(cycle);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save objective" }).ClickAsync();
        await visit.Objective("The auditors go home early").GetByRole(AriaRole.Button, new() { Name = "Add key result to" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Key result" });
        await form.GetByLabel("Key result", new() { Exact = true }).FillAsync(keyResult);
        await Expect(form.GetByLabel("To", new() { Exact = true })).ToHaveValueAsync("1");
        await form.GetByLabel("Unit", new() { Exact = true }).FillAsync("findings");
        await form.GetByRole(AriaRole.Button, new() { Name = "Save and activate" }).ClickAsync();
        await Expect(visit.Flags).ToContainTextAsync("Key result activated");
    }

    private static string Day(int fromToday) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(fromToday).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
