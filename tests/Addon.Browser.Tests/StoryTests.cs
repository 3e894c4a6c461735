using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>The main job, as a person lives it.</summary>
public sealed class StoryTests(BrowserFixture browser)
{
    private const string KeyResult = "Reduce P1 incidents";

    private LocalSite Jira => browser.Sandbox.Jira;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Answering_In_Two_Clicks_And_Finishing_The_Issue_Moves_The_Delivery_Of_The_Key_Result(string theme)
    {
        await using var visit = await browser.VisitAsync("engineer", theme);
        var issue = Jira.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Story, "Warn before a card expires", null);
        await visit.OpenKeyResultsAsync(JiraProject.Payments);
        var before = await visit.DeliveryAsync(KeyResult);

        await visit.OpenAsync(issue);
        await visit.ClickAsync(visit.IssuePanel.GetByRole(AriaRole.Option).Filter(new() { HasText = KeyResult }));
        await Expect(visit.Flags).ToContainTextAsync("Answer saved");
        visit.Clicks.ShouldBeLessThanOrEqualTo(2);
        await Expect(visit.IssuePanel.GetByText("Answered here")).ToBeVisibleAsync();
        await Expect(visit.IssuePanel.GetByText("for company objective")).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();
        await visit.ScreenshotAsync("issue-panel");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Done", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("[data-refresh='status'] .lozenge")).ToHaveTextAsync("Done");
        await visit.OpenKeyResultsAsync(JiraProject.Payments);
        await visit.ReloadUntilAsync(
            async () => await visit.DeliveryAsync(KeyResult) == (before.Done + 1, before.Total + 1),
            $"delivery of \"{KeyResult}\" counts {issue.Key} as done");
        await visit.ShouldBeAccessibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task The_Panel_Can_Be_Answered_With_The_Keyboard_Alone()
    {
        await using var visit = await browser.VisitAsync("engineer");
        var issue = Jira.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Bug, "The receipt has no date", null);
        await visit.OpenAsync(issue);
        var filter = visit.IssuePanel.GetByRole(AriaRole.Combobox, new() { Name = "Key result" });
        await Expect(filter).ToBeVisibleAsync();
        await visit.TabToAsync(filter);

        await visit.Page.Keyboard.TypeAsync("remembered");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Flags).ToContainTextAsync("Answer saved");
        await Expect(visit.IssuePanel.GetByText("Answered here")).ToBeVisibleAsync();
        await Expect(visit.IssuePanel.GetByRole(AriaRole.Heading, new() { Name = "Customers with a remembered card" })).ToBeVisibleAsync();
        visit.Clicks.ShouldBe(0);
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task A_Child_Inherits_What_Is_Answered_On_Its_Epic()
    {
        await using var visit = await browser.VisitAsync("engineer");
        var epic = Jira.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Epic, "Receipts that explain themselves", null);
        var child = Jira.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Story, "Name the shop on the receipt", epic.Id);
        await visit.OpenAsync(epic);
        await visit.IssuePanel.GetByRole(AriaRole.Option).Filter(new() { HasText = "Refund calls to support" }).ClickAsync();
        await Expect(visit.IssuePanel.GetByText("Answered here")).ToBeVisibleAsync();

        await visit.OpenAsync(child);
        await Expect(visit.IssuePanel.GetByText($"Inherited from {epic.Key}")).ToBeVisibleAsync();
        await Expect(visit.IssuePanel.GetByRole(AriaRole.Heading, new() { Name = "Refund calls to support" })).ToBeVisibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task Not_Kr_Work_Takes_Two_Clicks()
    {
        await using var visit = await browser.VisitAsync("engineer");
        var issue = Jira.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Task, "Renew the domain", null);
        await visit.OpenAsync(issue);
        await visit.ClickAsync(visit.IssuePanel.GetByRole(AriaRole.Button, new() { Name = "Not KR work", Exact = true }));
        await visit.ClickAsync(visit.IssuePanel.GetByRole(AriaRole.Group, new() { Name = "Why is this not KR work?" }).GetByRole(AriaRole.Button).First);
        await Expect(visit.Flags).ToContainTextAsync("Answer saved");
        visit.Clicks.ShouldBe(2);
        await Expect(visit.IssuePanel.GetByRole(AriaRole.Heading, new() { Name = "Not KR work:" })).ToBeVisibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task Several_Answers_In_A_Row_Leave_One_Flag_And_A_Change_Of_Two_Key_Results_Says_What_It_Replaces()
    {
        await using var visit = await browser.VisitAsync("engineer");
        var issue = Jira.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Story, "Pay with a saved card", null);
        await visit.OpenAsync(issue);
        var panel = visit.IssuePanel;
        await panel.GetByRole(AriaRole.Option).Filter(new() { HasText = KeyResult }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add another" }).ClickAsync();
        await panel.GetByRole(AriaRole.Option).First.ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Remove KR-" })).ToHaveCountAsync(2);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await Expect(panel.Locator("#replaced")).ToBeVisibleAsync();

        await panel.GetByRole(AriaRole.Button, new() { Name = "Not KR work", Exact = true }).ClickAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(panel.Locator("#reasons")).ToBeHiddenAsync();
        await Expect(panel.Locator("#replaced")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(panel.Locator("#replaced")).ToBeHiddenAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).ClickAsync();
        await Expect(visit.Flags.Locator("[data-flag]")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("Answer cleared", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))]);
        visit.ShouldBeClean();
    }
}
