using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>The local Jira's own pages.</summary>
public sealed class SitePageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_Sites_Own_Pages_Are_Clean_And_Accessible(string theme)
    {
        await using var visit = await browser.VisitAsync("admin", theme);
        foreach (var path in new[] { "/projects/PAY", "/webhooks", "/developer" })
        {
            await visit.Page.GotoAsync(path);
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await visit.ShouldBeAccessibleAsync();
        }

        visit.ShouldBeClean();
    }

    [Fact]
    public async Task Person_And_Theme_Are_Chosen_In_The_Bar_And_Reach_The_Frame()
    {
        await using var visit = await browser.VisitAsync("engineer");
        var issue = browser.Sandbox.Jira.List().First(i => i.ProjectId == JiraProject.Payments.Id);
        await visit.OpenAsync(issue);
        await visit.Page.GetByLabel("Theme").SelectOptionAsync("dark");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-color-mode", "dark");
        await Expect(visit.IssuePanel.Locator("html")).ToHaveAttributeAsync("data-color-mode", "dark");
        await visit.Page.GetByLabel("You are").SelectOptionAsync("anonymous");
        await Expect(visit.IssuePanel.GetByText("Log in").First).ToBeVisibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task After_Uninstalling_The_Panel_Is_Gone_And_After_Installing_It_Answers_With_The_New_Secret()
    {
        await using var visit = await browser.VisitAsync("admin");
        var issue = browser.Sandbox.Jira.List().First(i => i.ProjectId == JiraProject.Payments.Id);
        await visit.Page.GotoAsync("/developer");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Uninstall", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByText("Not installed")).ToBeVisibleAsync();
        await visit.OpenAsync(issue);
        await Expect(visit.Page.Locator("iframe")).ToHaveCountAsync(0);

        await visit.Page.GotoAsync("/developer");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Rotate the secret" }).ClickAsync();
        await Expect(visit.Page.GetByText("Straightline is installed")).ToBeVisibleAsync();
        await visit.OpenAsync(issue);
        await Expect(visit.IssuePanel.GetByRole(AriaRole.Heading, new() { Name = "Which KR does this move?" })).ToBeVisibleAsync();

        // The add-on asks Jira for the person's rights with a token of the new secret.
        await Expect(visit.IssuePanel.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true })).ToBeVisibleAsync();
        visit.ShouldBeClean();
    }
}
