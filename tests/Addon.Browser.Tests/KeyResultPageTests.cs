using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>A project admin writes objectives and key results.</summary>
public sealed class KeyResultPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_Admin_Adds_An_Objective_A_Key_Result_And_A_Value_And_Invalid_Input_Is_Shown_At_Its_Field()
    {
        await using var visit = await browser.VisitAsync("admin");
        visit.ExpectRefusal(400);
        await visit.OpenKeyResultsAsync(JiraProject.Core);
        var frame = visit.KeyResults;

        await frame.GetByRole(AriaRole.Button, new() { Name = "Add objective to Core platform" }).ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save objective" }).ClickAsync();
        await Expect(frame.GetByText("Say where you want to be, in one sentence.")).ToBeVisibleAsync();
        var title = frame.GetByRole(AriaRole.Textbox, new() { Name = "Objective", Exact = true });
        await Expect(title).ToHaveAttributeAsync("aria-invalid", "true");
        await title.FillAsync("Backups that we dare to need");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save objective" }).ClickAsync();
        var objective = visit.Objective("Backups that we dare to need");
        await Expect(objective).ToBeVisibleAsync();

        await objective.GetByRole(AriaRole.Button, new() { Name = "Add key result to" }).ClickAsync();
        var form = frame.GetByRole(AriaRole.Form, new() { Name = "Key result" });
        await form.GetByLabel("Key result", new() { Exact = true }).FillAsync("Restores rehearsed");
        await form.GetByLabel("From", new() { Exact = true }).FillAsync("4");
        await form.GetByLabel("To", new() { Exact = true }).FillAsync("4");
        await form.GetByLabel("Unit", new() { Exact = true }).FillAsync("restores");
        await Expect(form.Locator("[data-field='to'] .finding")).ToContainTextAsync("the same");
        await Expect(form.GetByText("Before it can be activated:")).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();
        await form.GetByLabel("To", new() { Exact = true }).FillAsync("12");
        await Expect(form.GetByText("Before it can be activated:")).ToBeHiddenAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Save and activate" }).ClickAsync();

        var card = visit.KeyResult("Restores rehearsed");
        await Expect(card).ToBeVisibleAsync();
        await Expect(visit.Flags).ToContainTextAsync("Key result activated");
        await card.GetByRole(AriaRole.Button, new() { Name = "Check in KR-" }).ClickAsync();
        await card.GetByLabel("Value now").FillAsync("5.5");
        await card.GetByLabel("Note").FillAsync("Two rehearsals in May");
        await card.GetByRole(AriaRole.Button, new() { Name = "Check in", Exact = true }).ClickAsync();
        await Expect(card).ToContainTextAsync("5.5 restores");
        await Expect(card).ToContainTextAsync("Two rehearsals in May");
        await Expect(visit.Flags).ToContainTextAsync("Checked in");
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task What_Cannot_Be_Kept_Is_Told_At_Its_Field_Before_Anything_Is_Sent()
    {
        await using var visit = await browser.VisitAsync("admin");
        await visit.OpenKeyResultsAsync(JiraProject.Payments);
        await visit.KeyResults.GetByRole(AriaRole.Button, new() { Name = "Add key result to" }).First.ClickAsync();
        var form = visit.KeyResults.GetByRole(AriaRole.Form, new() { Name = "Key result" });
        await form.GetByLabel("Key result", new() { Exact = true }).FillAsync("Payments by wallet");
        await form.GetByLabel("From", new() { Exact = true }).FillAsync("1,800");
        await form.GetByLabel("To", new() { Exact = true }).FillAsync("123456789012345678901234567890");
        await form.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Expect(form.Locator("[data-field='from'] .field-error")).ToHaveTextAsync("Write 1800, or 1.800 if the comma is a decimal point.");
        await Expect(form.Locator("[data-field='to'] .field-error")).ToHaveTextAsync("Use at most 13 digits, and 6 more after the point.");

        await form.GetByLabel("Owner", new() { Exact = true }).FillAsync("Nobody of that name");
        await Expect(form.GetByText("Nobody with this name can be assigned here.")).ToBeVisibleAsync();
        await form.GetByLabel("To", new() { Exact = true }).PressAsync("Escape");
        await Expect(form.GetByText("Save or cancel what you are writing first.")).ToBeVisibleAsync();
        await Expect(form.GetByLabel("Owner", new() { Exact = true })).ToHaveValueAsync("Nobody of that name");
        await visit.ShouldBeAccessibleAsync();
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task The_Owner_Is_Named_By_Jira_And_Not_By_The_Add_On()
    {
        await using var visit = await browser.VisitAsync("engineer");
        await visit.OpenKeyResultsAsync(JiraProject.Payments);
        await Expect(visit.KeyResult("Reduce P1 incidents")).ToContainTextAsync(JiraUser.Engineer.DisplayName);
        visit.ShouldBeClean();
    }
}
