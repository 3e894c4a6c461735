using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>Each page in both themes and on a narrow screen; these are the pictures of <c>docs/tour.md</c>.</summary>
public sealed class TourTests(BrowserFixture browser)
{
    private const string KeyResult = "Reduce P1 incidents";

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 360)]
    public async Task The_Project_Page(string theme, int width)
    {
        await using var visit = await browser.VisitAsync("lead", theme, width);
        await visit.OpenKeyResultsAsync(JiraProject.Payments);
        await Expect(visit.KeyResult(KeyResult).GetByRole(AriaRole.Button, new() { Name = "Check in KR-" })).ToBeVisibleAsync();
        await CheckAsync(visit, "key-results");

        await visit.KeyResults.GetByRole(AriaRole.Tab, new() { Name = "Work" }).ClickAsync();
        var work = visit.KeyResults.Locator("#panel-work");
        await work.GetByText("linked issue").First.ClickAsync();
        await Expect(work.GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        await CheckAsync(visit, "work");

        await visit.KeyResults.GetByRole(AriaRole.Tab, new() { Name = "Settings" }).ClickAsync();
        await Expect(visit.KeyResults.Locator("#panel-settings").GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Payments");
        await CheckAsync(visit, "settings");
        visit.ShouldBeClean();
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 360)]
    public async Task Writing_A_Key_Result(string theme, int width)
    {
        await using var visit = await browser.VisitAsync("lead", theme, width);
        await visit.OpenKeyResultsAsync(JiraProject.Payments);
        await visit.Objective("Buying takes one step").GetByRole(AriaRole.Button, new() { Name = "Add key result to" }).ClickAsync();
        var form = visit.KeyResults.GetByRole(AriaRole.Form, new() { Name = "Key result" });
        await form.GetByLabel("Key result", new() { Exact = true }).FillAsync("Reduce voucher errors from 12 to 4 per month as needed");
        await Expect(form.GetByLabel("To", new() { Exact = true })).ToHaveValueAsync("4");
        await form.GetByLabel("Unit", new() { Exact = true }).FillAsync("errors");
        await form.GetByLabel("To", new() { Exact = true }).FillAsync("6");
        await Expect(form.Locator(".finding-block")).ToBeVisibleAsync();
        await form.EvaluateAsync("form => form.scrollIntoView({ block: 'start' })");
        await CheckAsync(visit, "writing");
        visit.ShouldBeClean();
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 360)]
    public async Task The_Key_Result_Page(string theme, int width)
    {
        await using var visit = await browser.VisitAsync("engineer", theme, width);
        await visit.OpenSheetAsync(JiraProject.Payments, KeyResult);
        await Expect(visit.Sheet.GetByText(JiraUser.Engineer.DisplayName).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        await visit.Sheet.GetByText("Show as table").ClickAsync();
        await CheckAsync(visit, null);
        await visit.Sheet.GetByText("Show as table").ClickAsync();
        await CheckAsync(visit, "key-result");
        visit.ShouldBeClean();
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 360)]
    public async Task The_Company_Page(string theme, int width)
    {
        await using var visit = await browser.VisitAsync("engineer", theme, width);
        await visit.OpenSitePageAsync("company");
        await Expect(visit.Company.GetByText("Owner: Alma Ortiz").First).ToBeVisibleAsync();
        await CheckAsync(visit, "company");
        await visit.Company.GetByRole(AriaRole.Button, new() { Name = "Expand all" }).ClickAsync();
        await Expect(visit.Company.GetByRole(AriaRole.Link, new() { Name = "Lead time of a change" })).ToBeVisibleAsync();
        await CheckAsync(visit, null);
        visit.ShouldBeClean();
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 360)]
    public async Task The_Administrators_Page(string theme, int width)
    {
        await using var visit = await browser.VisitAsync("admin", theme, width);
        await visit.OpenSitePageAsync("admin");
        await Expect(visit.Administration.GetByText(JiraUser.Lead.DisplayName).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        foreach (var (tab, picture) in new[] { ("Scopes", "scopes"), ("Projects", null), ("Cycles", "cycles"), ("Defaults", null), ("Import and export", "import"), ("Audit", "audit") })
        {
            await visit.Administration.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
            if (tab is "Import and export")
            {
                await visit.Administration.GetByLabel("File").SetInputFilesAsync(Path.Combine(Visit.RepositoryRoot(), "docs", "samples", "okrs.csv"));
                await visit.Administration.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
                await Expect(visit.Administration.GetByRole(AriaRole.Heading, new() { Name = "Ready to import" })).ToBeVisibleAsync();
            }
            else if (tab is "Audit")
            {
                await Expect(visit.Administration.GetByRole(AriaRole.Cell).First).ToBeVisibleAsync();
            }

            await CheckAsync(visit, picture is null ? null : $"admin-{picture}");
        }

        visit.ShouldBeClean();
    }

    private static async Task CheckAsync(Visit visit, string? picture)
    {
        await visit.ShouldBeAccessibleAsync();
        await visit.ShouldNotScrollSidewaysAsync();
        if (picture is not null && visit.IsWide)
        {
            await visit.ScreenshotAsync(picture);
        }
    }
}
