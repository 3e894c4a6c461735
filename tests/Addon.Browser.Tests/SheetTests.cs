using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>A key result's own page.</summary>
public sealed class SheetTests(BrowserFixture browser)
{
    private const string KeyResult = "Replace a failed gateway sooner";

    [Fact]
    public async Task The_Page_Tells_The_Story_Of_The_Number_And_A_Wrong_Value_Is_Corrected()
    {
        await using var visit = await browser.VisitAsync("lead");
        await visit.OpenSheetAsync(JiraProject.Payments, KeyResult);
        var page = visit.Sheet;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = KeyResult })).ToBeVisibleAsync();
        await Expect(page.Locator(".chart-wide")).ToBeVisibleAsync();
        await Expect(page.GetByText("Last drill").Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        await Expect(page.GetByText(new System.Text.RegularExpressions.Regex("from 45 to 5 minutes until .* became from 45 to 4 minutes", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))).Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        await page.GetByText("Who changed what").ClickAsync();
        await Expect(page.Locator("[data-more='history'] li").First).ToBeVisibleAsync();

        await page.GetByText("Show as table").ClickAsync();
        var table = page.GetByRole(AriaRole.Table, new() { Name = "All values" });
        await Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(5);
        await table.GetByRole(AriaRole.Button, new() { Name = "Correct 26" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Correct a value" });
        await Expect(form.GetByLabel("Right value")).ToHaveValueAsync("26");
        await form.GetByLabel("Right value").FillAsync("25.5");
        await form.GetByLabel("What was wrong").FillAsync("Read from the wrong drill");
        await visit.ShouldBeAccessibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Correct value" }).ClickAsync();
        await Expect(visit.Flags).ToContainTextAsync("Value corrected");
        await Expect(table).ToContainTextAsync("Yes, corrects 26");
        await Expect(table).ToContainTextAsync("No, corrected");
        await Expect(table).ToContainTextAsync("Read from the wrong drill");
        await visit.ShouldBeAccessibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task A_Value_Is_Recorded_Without_A_Check_In()
    {
        await using var visit = await browser.VisitAsync("lead");
        await visit.OpenSheetAsync(JiraProject.Payments, "Close stuck payments the same day");
        var page = visit.Sheet;
        await page.GetByRole(AriaRole.Button, new() { Name = "Record value" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Form, new() { Name = "Record value" });
        await form.GetByLabel("Value", new() { Exact = true }).FillAsync("67");
        await form.GetByRole(AriaRole.Button, new() { Name = "Record value" }).ClickAsync();
        await Expect(visit.Flags).ToContainTextAsync("Value recorded");
        await Expect(page.GetByText("67").Filter(new() { Visible = true }).First).ToBeVisibleAsync();
        visit.ShouldBeClean();
    }
}
