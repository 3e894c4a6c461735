using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>The life of a key result, from the first word to its end.</summary>
public sealed class WritingTests(BrowserFixture browser)
{
    private const string Objective = "We know before customers do";

    [Fact]
    public async Task A_Key_Result_Is_Written_With_Help_Activated_Checked_In_Retargeted_And_Killed()
    {
        const string title = "Reduce P1 incidents from 12 to 4 per month";
        await using var visit = await browser.VisitAsync("admin");
        visit.ExpectRefusal(400);
        await visit.OpenKeyResultsAsync(JiraProject.Core);
        await visit.Objective(Objective).GetByRole(AriaRole.Button, new() { Name = "Add key result to" }).ClickAsync();
        var form = visit.KeyResults.GetByRole(AriaRole.Form, new() { Name = "Key result" });
        await form.GetByLabel("Key result", new() { Exact = true }).FillAsync(title);
        await Expect(form.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("12");
        await Expect(form.GetByLabel("To", new() { Exact = true })).ToHaveValueAsync("4");
        await Expect(form.GetByLabel("Unit", new() { Exact = true })).ToHaveValueAsync("incidents");
        await Expect(form.GetByLabel("Per", new() { Exact = true })).ToHaveValueAsync("month");

        await form.GetByLabel("To", new() { Exact = true }).FillAsync("6");
        await Expect(form.Locator(".finding-block")).ToContainTextAsync("the title says 4 incidents where to is 6 incidents");
        await Expect(form.GetByRole(AriaRole.Button, new() { Name = "Save and activate" })).ToHaveAttributeAsync("aria-disabled", "true");
        await visit.ShouldBeAccessibleAsync();
        await form.GetByLabel("To", new() { Exact = true }).FillAsync("4");
        await Expect(form.Locator(".finding-block")).ToHaveCountAsync(0);

        await form.GetByLabel("Key result", new() { Exact = true }).FillAsync($"{title} as needed");
        var warning = form.Locator(".finding-warn");
        await Expect(warning).ToHaveCountAsync(1);
        await warning.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(warning).ToHaveCountAsync(0);
        await form.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();

        var card = visit.KeyResult(title);
        await Expect(card).ToContainTextAsync("Draft");
        await ChooseAsync(card, "Activate");
        await card.GetByRole(AriaRole.Form).GetByRole(AriaRole.Button, new() { Name = "Activate", Exact = true }).ClickAsync();
        await Expect(visit.Flags).ToContainTextAsync("Key result activated");

        await card.GetByRole(AriaRole.Button, new() { Name = "Check in KR-" }).ClickAsync();
        await card.GetByLabel("Value now").FillAsync("11");
        await card.GetByLabel("How sure are you").FillAsync("8");
        await Expect(card.GetByText("8 of 10, high")).ToBeVisibleAsync();
        await card.GetByLabel("Note").FillAsync("The first root cause is gone");
        await card.GetByRole(AriaRole.Button, new() { Name = "Check in", Exact = true }).ClickAsync();
        await Expect(card).ToContainTextAsync("11 incidents per month");
        await Expect(card).ToContainTextAsync("The first root cause is gone");

        await ChooseAsync(card, "Retarget");
        var retarget = card.GetByRole(AriaRole.Form, new() { Name = "Retarget" });
        await retarget.GetByLabel("To", new() { Exact = true }).FillAsync("6");
        await retarget.GetByRole(AriaRole.Button, new() { Name = "Retarget" }).ClickAsync();
        await Expect(retarget.GetByText("The target becomes easier: say why")).ToBeVisibleAsync();
        await retarget.GetByLabel("Why").FillAsync("The new gateway comes a month later");
        await retarget.GetByRole(AriaRole.Button, new() { Name = "Retarget" }).ClickAsync();
        await Expect(visit.Flags).ToContainTextAsync("Key result retargeted");
        await Expect(card).ToContainTextAsync("12 to 6");

        await ChooseAsync(card, "Kill");
        await card.GetByLabel("Why", new() { Exact = true }).FillAsync("Payments counts the same");
        await card.GetByLabel("Where the energy goes instead").FillAsync("The alerts that name the owner");
        await card.GetByRole(AriaRole.Button, new() { Name = "Kill it" }).ClickAsync();
        await Expect(visit.Flags).ToContainTextAsync("Key result killed");
        await Expect(card).ToBeHiddenAsync();
        await visit.Objective(Objective).GetByText("Ended and sleeping").ClickAsync();
        await Expect(card).ToContainTextAsync("Payments counts the same");
        await Expect(card).ToContainTextAsync("The alerts that name the owner");
        visit.ShouldBeClean();
    }

    [Fact]
    public async Task When_Two_People_Edit_At_Once_Both_Versions_Are_Shown_And_Nothing_Is_Lost()
    {
        await using var one = await browser.VisitAsync("admin");
        await using var other = await browser.VisitAsync("admin");
        other.ExpectRefusal(409);
        const string keyResult = "Lead time of a change";
        var (mine, theirs) = (await EditAsync(other, keyResult), await EditAsync(one, keyResult));

        await theirs.GetByLabel("Key result", new() { Exact = true }).FillAsync("Lead time of a change, from merge to customer");
        await theirs.GetByLabel("How the team's work moves it").FillAsync("Every step that no longer waits for a person.");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Save key result" }).ClickAsync();
        await Expect(one.Flags).ToContainTextAsync("Key result saved");

        await mine.GetByLabel("Key result", new() { Exact = true }).FillAsync("Lead time of a change, median");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save key result" }).ClickAsync();
        await Expect(mine.GetByText("Somebody changed this since you opened it. What you typed is still here.")).ToBeVisibleAsync();
        await other.ShouldBeAccessibleAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Show their version beside mine" }).ClickAsync();
        await Expect(mine.GetByText("Theirs: Lead time of a change, from merge to customer")).ToBeVisibleAsync();
        await Expect(mine.GetByLabel("Key result", new() { Exact = true })).ToHaveValueAsync("Lead time of a change, median");

        // What only they have written is taken over, and said.
        await Expect(mine.GetByText("Theirs now, before: nothing")).ToBeVisibleAsync();
        await Expect(mine.GetByLabel("How the team's work moves it")).ToHaveValueAsync("Every step that no longer waits for a person.");
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save key result" }).ClickAsync();
        await Expect(other.Flags).ToContainTextAsync("Key result saved");
        await Expect(other.KeyResult("Lead time of a change, median")).ToBeVisibleAsync();
        one.ShouldBeClean();
        other.ShouldBeClean();
    }

    private static async Task<ILocator> EditAsync(Visit visit, string keyResult)
    {
        await visit.OpenKeyResultsAsync(JiraProject.Core);
        await visit.KeyResult(keyResult).GetByRole(AriaRole.Button, new() { Name = "Edit KR-" }).ClickAsync();
        return visit.KeyResults.GetByRole(AriaRole.Form, new() { Name = "Key result" });
    }

    private static async Task ChooseAsync(ILocator card, string action)
    {
        await card.GetByText("More", new() { Exact = true }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
    }
}
