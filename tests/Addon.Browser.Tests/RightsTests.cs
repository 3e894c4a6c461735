using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>What people see who may do less.</summary>
public sealed class RightsTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task A_Viewer_Reads_And_Cannot_Change(string theme)
    {
        await using var visit = await browser.VisitAsync("viewer", theme);
        var answered = Seeded("Fewer incidents at checkout");
        await visit.OpenAsync(answered);
        await Expect(visit.IssuePanel.GetByRole(AriaRole.Heading, new() { Name = "Reduce P1 incidents" })).ToBeVisibleAsync();
        await Expect(visit.IssuePanel.Locator("#notice")).ToBeHiddenAsync();
        await Expect(visit.IssuePanel.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Done", Exact = true })).ToHaveCountAsync(0);

        await visit.OpenKeyResultsAsync(JiraProject.Payments);
        await Expect(visit.KeyResult("Reduce P1 incidents")).ToBeVisibleAsync();
        await Expect(visit.KeyResults.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await visit.ShouldBeAccessibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task A_Viewer_Of_An_Issue_Without_An_Answer_Learns_Who_Can_Answer()
    {
        await using var visit = await browser.VisitAsync("viewer");
        var issue = browser.Sandbox.Jira.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Task, "Nobody has answered this", null);
        await visit.OpenAsync(issue);
        await Expect(visit.IssuePanel.GetByText("Somebody who can edit this issue can answer.")).ToBeVisibleAsync();
        await Expect(visit.IssuePanel.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task Anonymous_People_See_Nothing_Private()
    {
        await using var visit = await browser.VisitAsync("anonymous");
        await visit.OpenAsync(Seeded("Fewer incidents at checkout"));
        await Expect(visit.IssuePanel.GetByText("Log in").First).ToBeVisibleAsync();
        await HasNothingPrivateAsync(visit.IssuePanel);

        await visit.OpenKeyResultsAsync(JiraProject.Payments);
        await Expect(visit.KeyResults.GetByText("Log in").First).ToBeVisibleAsync();
        await HasNothingPrivateAsync(visit.KeyResults);
        visit.ShouldBeClean();
    }

    private static async Task HasNothingPrivateAsync(IFrameLocator frame)
    {
        var html = await frame.Locator("html").InnerHTMLAsync();
        html.ShouldNotContain("P1 incidents");
        html.ShouldNotContain("Run a service people trust");
        html.ShouldNotContain(JiraUser.Engineer.AccountId);
    }

    private JiraIssue Seeded(string summary)
    {
        Assert.SkipWhen(browser.SkipReason is not null, browser.SkipReason ?? "");
        return browser.Sandbox.Jira.List().Single(i => string.Equals(i.Summary, summary, StringComparison.Ordinal));
    }
}
