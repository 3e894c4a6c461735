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

    [Fact]
    public async Task A_Viewer_Reads_A_Key_Result_And_The_Company_And_Is_No_Administrator()
    {
        await using var visit = await browser.VisitAsync("viewer");
        visit.ExpectRefusal(403);
        await visit.OpenSheetAsync(JiraProject.Payments, "Reduce P1 incidents");
        await Expect(visit.Sheet.GetByText("How it connects")).ToBeVisibleAsync();
        await Expect(visit.Sheet.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        await visit.OpenSitePageAsync("company");
        await Expect(visit.Company.GetByRole(AriaRole.Link, new() { Name = "Customers who renew" })).ToBeVisibleAsync();
        await visit.OpenKeyResultsAsync(JiraProject.Mobile);
        await Expect(visit.KeyResults.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        await Expect(visit.KeyResults.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await visit.OpenSitePageAsync("admin");
        await Expect(visit.Page.GetByText("Only administrators of the site see this page.")).ToBeVisibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task Anonymous_People_See_Nothing_Of_The_Company_Or_A_Key_Result()
    {
        await using var visit = await browser.VisitAsync("viewer");
        await visit.OpenSheetAsync(JiraProject.Payments, "Reduce P1 incidents");
        var address = new Uri(visit.Page.Url);

        await using var stranger = await browser.VisitAsync("anonymous");
        await stranger.Page.GotoAsync(address.PathAndQuery);
        await Expect(stranger.Sheet.GetByText("Log in to see this key result")).ToBeVisibleAsync();
        await HasNothingPrivateAsync(stranger.Sheet);
        await stranger.ShouldBeAccessibleAsync();
        await stranger.OpenSitePageAsync("company");
        await Expect(stranger.Company.GetByText("Log in to see the objectives")).ToBeVisibleAsync();
        await HasNothingPrivateAsync(stranger.Company);
        await stranger.ShouldBeAccessibleAsync();
        stranger.ShouldBeClean();
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
