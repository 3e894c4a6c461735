using Addon.Sandbox.LocalJira;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Addon.Browser.Tests;

/// <summary>A project that belongs to no team yet.</summary>
public sealed class FirstRunTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_Project_Admin_Makes_The_Team_And_Its_First_Objective_With_The_Keyboard_Alone()
    {
        await LookAsync("engineer", "light", AnswerOf("Somebody who administers this project can do this."));
        foreach (var theme in new[] { "light", "dark" })
        {
            await LookAsync("lead", theme, AnswerOf("Your team's first objective"), "first-run");
        }

        await using var visit = await browser.VisitAsync("lead");
        await visit.Page.GotoAsync($"/projects/{JiraProject.Mobile.Key}");
        await visit.TabToAsync(visit.KeyResultsLink(JiraProject.Mobile));
        await visit.Page.Keyboard.PressAsync("Enter");
        var frame = visit.KeyResults;
        var team = frame.GetByLabel("Team", new() { Exact = true });
        await Expect(team).ToHaveValueAsync(JiraProject.Mobile.Name);
        await visit.TabToAsync(frame.GetByLabel("First objective"));
        await visit.Page.Keyboard.TypeAsync("The app is there when people reach for it");
        await Expect(frame.GetByRole(AriaRole.Combobox, new() { Name = "Mapping owner" })).ToHaveValueAsync(JiraUser.Lead.DisplayName);
        await visit.TabToAsync(frame.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }));
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Objective("The app is there when people reach for it")).ToBeVisibleAsync();
        await Expect(visit.Flags).ToContainTextAsync("Your team has its first objective");

        // The next thing to write is open, with the cursor in it.
        await Expect(frame.GetByRole(AriaRole.Form, new() { Name = "Key result" }).GetByLabel("Key result", new() { Exact = true })).ToBeFocusedAsync();
        await visit.ShouldBeAccessibleAsync();
        visit.Clicks.ShouldBe(0);
        visit.ShouldBeClean();
    }

    private static Func<IFrameLocator, ILocator> AnswerOf(string text) => frame => frame.GetByText(text);

    private async Task LookAsync(string person, string theme, Func<IFrameLocator, ILocator> what, string? picture = null)
    {
        await using var visit = await browser.VisitAsync(person, theme);
        await visit.OpenKeyResultsAsync(JiraProject.Mobile);
        await Expect(what(visit.KeyResults)).ToBeVisibleAsync();
        await visit.ShouldBeAccessibleAsync();
        if (picture is not null)
        {
            await Expect(visit.KeyResults.GetByLabel("Team", new() { Exact = true })).ToHaveValueAsync(JiraProject.Mobile.Name);
            await visit.ScreenshotAsync(picture);
        }

        visit.ShouldBeClean();
    }
}
