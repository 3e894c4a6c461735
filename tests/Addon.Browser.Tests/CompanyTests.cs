using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>The tree from the company down.</summary>
public sealed class CompanyTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_Tree_Is_Opened_By_Keyboard_Down_To_A_Key_Result_And_Its_Page()
    {
        await using var visit = await browser.VisitAsync("engineer");
        await visit.OpenSitePageAsync("company");
        var page = visit.Company;
        await visit.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "1 objective serves KR-4" }));
        await visit.Page.Keyboard.PressAsync("Enter");
        var engineering = page.GetByRole(AriaRole.Button, new() { Name = "Small changes, every day" });
        await visit.TabToAsync(engineering);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(engineering).ToHaveAttributeAsync("aria-expanded", "true");
        var keyResult = page.GetByRole(AriaRole.Link, new() { Name = "Changes shipped on the day they are merged" });
        await visit.TabToAsync(keyResult);
        await visit.ShouldBeAccessibleAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Sheet.GetByRole(AriaRole.Heading, new() { Name = "Changes shipped on the day they are merged" })).ToBeVisibleAsync();
        visit.Clicks.ShouldBe(0);
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task Filtering_By_Health_Draws_The_Tree_Anew_Without_Loading_The_Page()
    {
        await using var visit = await browser.VisitAsync("engineer");
        await visit.OpenSitePageAsync("company");
        var page = visit.Company;
        await page.Locator("html").EvaluateAsync("html => { html.dataset.sameDocument = 'yes'; }");
        await page.GetByLabel("Health").SelectOptionAsync("stale");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(page.GetByText("with what it serves").Or(page.GetByText("with what they serve"))).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Checkouts completed on a phone" })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-same-document", "yes");
        await visit.ShouldBeAccessibleAsync();
        await page.Locator("#company-filters").GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Checkouts completed on a phone" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Expand all" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Checkouts completed on a phone" })).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();
        visit.ShouldBeClean();
    }
}
