using Addon.Core.Answers;
using Addon.Core.KeyResults;
using Addon.Web.Answers;
using Addon.Web.Tests.Ui;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Answers;

public sealed class IssuePanelViewTests
{
    private const string KeyResultsUrl = "https://site.example.test/projects/PAY?selectedItem=x";

    public static TheoryData<string> HostileTitles => HostileText.Titles;

    [Fact]
    public async Task An_Unanswered_Issue_Shows_The_List_To_Choose_From_Grouped_By_Objective()
    {
        var page = await RenderAsync(Okr.Panel(choices: [Okr.KeyResult(), Okr.KeyResult(4, "Cut checkout latency")]));

        page.QuerySelector(".origin")!.TextContent.ShouldBe("Not answered yet.");
        page.QuerySelector("[data-picker]")!.GetAttribute("data-start-open").ShouldBe("true");
        page.QuerySelectorAll("[role=group] .listbox-heading").Select(h => h.TextContent).ShouldBe(["Payments never stop"]);
        page.QuerySelectorAll("[role=option]").Select(o => o.QuerySelector(".key")!.TextContent).ShouldBe(["KR-3", "KR-4"]);
        page.QuerySelectorAll("[data-reason]").Select(r => r.GetAttribute("data-reason"))
            .ShouldBe(["maintenance", "incident", "compliance", "support", "enabler", "experiment", "other"]);
    }

    [Fact]
    public async Task A_Linked_Issue_Shows_The_Numbers_And_The_Line()
    {
        var keyResult = Okr.KeyResult();
        var page = await RenderAsync(Okr.Linked(keyResult));

        page.QuerySelector(".origin")!.TextContent.ShouldBe("Answered here");
        page.QuerySelector(".card h2")!.TextContent.Trim().ShouldBe("KR-3 Reduce P1 incidents");
        page.QuerySelector(".progress-number")!.TextContent.ShouldBe("38%");
        page.QuerySelector(".bar-fill")!.GetAttribute("width").ShouldBe("37.50");
        page.QuerySelectorAll(".numbers > div").Select(d => d.TextContent).ShouldBe(["From12", "Now9", "To4 incidents per month"]);
        page.QuerySelector(".sentence")!.TextContent.ShouldBe(Okr.Line(keyResult).ToSentence("PAY-12"));
        page.QuerySelector("[data-open=add]").ShouldBeNull("there is no other key result to add");
        page.QuerySelector("[data-clear]").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(14, "-25%", "bar-worse", true)]
    [InlineData(3, "113%", "bar-reached", false)]
    [InlineData(4, "100%", "bar-reached", false)]
    public async Task Progress_Beyond_Its_Ends_Is_Shown_As_It_Is(int current, string text, string bar, bool isWorse)
    {
        var page = await RenderAsync(Okr.Linked(Okr.KeyResult(current: current)));

        page.QuerySelector(".progress-number")!.TextContent.ShouldBe(text);
        page.QuerySelector("." + bar).ShouldNotBeNull();
        page.QuerySelectorAll(".worse").Length.ShouldBe(isWorse ? 1 : 0);
    }

    [Fact]
    public async Task A_Key_Result_Without_A_Value_Says_So()
    {
        var page = await RenderAsync(Okr.Linked(Okr.KeyResult(current: null)));

        page.QuerySelector(".progress-number")!.TextContent.ShouldBe("No value yet");
        page.QuerySelectorAll(".bar rect").Length.ShouldBe(1, "the track alone");
    }

    [Fact]
    public async Task An_Inherited_Answer_Says_From_Where_And_Can_Be_Overridden_But_Not_Cleared()
    {
        var keyResult = Okr.KeyResult();
        var page = await RenderAsync(Okr.Linked(keyResult) with { Answer = Okr.Answer(keyResult) with { Origin = new AnswerOrigin.OnAncestor("PAY-1") } });

        page.QuerySelector(".origin")!.TextContent.ShouldBe("Inherited from PAY-1");
        page.QuerySelector("[data-open=change]")!.TextContent.ShouldBe("Answer for this issue");
        page.QuerySelector("[data-clear]").ShouldBeNull();
        page.QuerySelector("[data-answer]")!.GetAttribute("data-own").ShouldBe("false");
    }

    [Fact]
    public async Task An_Answer_Of_Another_Project_Names_No_Issue()
    {
        var page = await RenderAsync(Okr.Panel(new ShownAnswer.NotKrWork(AnswerOrigin.InOtherProject.Instance, NotKrWorkReason.Other, null)));

        page.QuerySelector(".origin")!.TextContent.ShouldBe("Inherited from a parent in another project");
        page.QuerySelector(".quote").ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1, "Linked to a key result of another team.")]
    [InlineData(0, 2, "Linked to 2 key results of other teams.")]
    [InlineData(2, 1, "Also linked to a key result of another team.")]
    [InlineData(1, 2, "Also linked to 2 key results of other teams.")]
    public async Task Key_Results_Of_Other_Teams_Are_A_Number_And_Can_Be_Replaced_As_A_Whole(int own, int others, string text)
    {
        KeyResult[] shown = [.. Enumerable.Range(3, own).Select(n => Okr.KeyResult(n))];
        var page = await RenderAsync(Okr.Panel(Okr.Answer(shown) with { OfOtherTeams = others }, [.. shown, Okr.KeyResult(9)]));

        page.QuerySelector("[data-other-teams]")!.TextContent.ShouldBe(text);
        page.QuerySelectorAll("[data-remove], [data-open=add]").ShouldBeEmpty("what is not shown would be lost with it");
        page.QuerySelector("[data-open=change]").ShouldNotBeNull();
        page.QuerySelector("[data-clear]").ShouldNotBeNull();
    }

    [Fact]
    public async Task One_Of_Several_Key_Results_Can_Be_Removed()
    {
        KeyResult[] three = [Okr.KeyResult(3), Okr.KeyResult(4), Okr.KeyResult(5)];
        var page = await RenderAsync(Okr.Linked(three) with { Choices = Okr.Panel(choices: [.. three, Okr.KeyResult(6)]).Choices });

        page.QuerySelectorAll("[data-remove]").Select(b => b.GetAttribute("aria-label"))
            .ShouldBe(["Remove KR-3 from this issue", "Remove KR-4 from this issue", "Remove KR-5 from this issue"]);
        page.QuerySelector("[data-open=add]").ShouldBeNull("three is the most");
    }

    [Theory]
    [InlineData(1, 0, "")]
    [InlineData(2, 0, "Replaces KR-3 and KR-4.")]
    [InlineData(3, 0, "Replaces KR-3, KR-4 and KR-5.")]
    [InlineData(1, 1, "Replaces KR-3 and a key result of another team.")]
    [InlineData(0, 2, "Replaces 2 key results of other teams.")]
    public async Task The_Picker_Names_What_A_New_Choice_Replaces(int own, int others, string text)
    {
        KeyResult[] shown = [.. Enumerable.Range(3, own).Select(n => Okr.KeyResult(n))];
        var page = await RenderAsync(Okr.Panel(Okr.Answer(shown) with { OfOtherTeams = others }, [.. shown, Okr.KeyResult(9)]));

        var replaced = page.QuerySelector("#replaced")!;
        replaced.TextContent.ShouldBe(text);
        replaced.HasAttribute("hidden").ShouldBeTrue("it is told when the picker opens for a change");
    }

    [Fact]
    public async Task What_Is_Inherited_Is_Not_Replaced()
    {
        KeyResult[] two = [Okr.KeyResult(3), Okr.KeyResult(4)];
        var page = await RenderAsync(Okr.Linked(two) with { Answer = Okr.Answer(two) with { Origin = new AnswerOrigin.OnAncestor("PAY-1") } });

        page.QuerySelector("#replaced")!.TextContent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_An_Answer_Whoever_Cannot_Give_One_Learns_Who_Can()
    {
        var page = await RenderAsync(Okr.Panel(choices: [Okr.KeyResult()]));

        var text = page.QuerySelector("[data-needs-not=edit]")!;
        text.TextContent.ShouldBe("Somebody who can edit this issue can answer.");
        text.HasAttribute("hidden").ShouldBeTrue("the rights are not known yet");
    }

    [Fact]
    public async Task Not_Kr_Work_Shows_Its_Reason_And_Note()
    {
        var page = await RenderAsync(Okr.Panel(new ShownAnswer.NotKrWork(AnswerOrigin.Here.Instance, NotKrWorkReason.Other, "Moving <b>desks</b> today")));

        page.QuerySelector(".card h2")!.TextContent.ShouldBe("Not KR work: Other");
        page.QuerySelector(".quote")!.TextContent.ShouldBe("Moving <b>desks</b> today");
    }

    [Fact]
    public async Task Without_Active_Key_Results_The_Page_Says_What_To_Do_And_Where()
    {
        var page = await RenderAsync(Okr.Panel());

        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("No active key results yet");
        var link = page.QuerySelector(".empty a")!;
        link.GetAttribute("href").ShouldBe(KeyResultsUrl);
        link.GetAttribute("target").ShouldBe("_top");
        page.QuerySelector("[role=listbox]").ShouldBeNull();
        page.QuerySelectorAll("[data-reason]").Length.ShouldBe(7, "it can still be said to be no KR work");
    }

    [Fact]
    public async Task Controls_Are_Hidden_Until_The_Script_Knows_Better()
    {
        KeyResult[] two = [Okr.KeyResult(3), Okr.KeyResult(4)];
        var page = await RenderAsync(Okr.Linked(two));

        page.QuerySelectorAll("button, input, textarea").ShouldAllBe(control => control.Closest("[data-needs=edit]") != null);
        page.QuerySelectorAll("[data-needs=edit]").ShouldAllBe(control => control.HasAttribute("hidden"));
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public async Task Hostile_Titles_Stay_Text(string title)
    {
        var page = await RenderAsync(Okr.Linked(Okr.KeyResult(title: title)));

        page.QuerySelector(".card h2 bdi")!.TextContent.ShouldBe(title);
        page.QuerySelector("[role=option] bdi")!.TextContent.ShouldBe(title);
        page.QuerySelectorAll("script, img, style").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "style");
    }

    [Fact]
    public async Task The_Page_Has_No_Inline_Script_Or_Style()
    {
        var page = await Rendering.ParseAsync<IssuePanelPage>(new { Panel = Okr.Linked(Okr.KeyResult()), IssueKey = "PAY-12", KeyResultsUrl });

        page.Scripts.ShouldAllBe(s => s.Source != null && s.Text.Length == 0);
        page.QuerySelectorAll("style").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "style");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector(".ac-content h1")!.TextContent.ShouldBe("Which KR does this move?");
        page.QuerySelector("noscript").ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_Id_That_Is_Referred_To_Is_There_Once()
    {
        var page = await Rendering.ParseAsync<IssuePanelPage>(new { Panel = Okr.Panel(choices: [Okr.KeyResult(3), Okr.KeyResult(4)]), IssueKey = "PAY-12", KeyResultsUrl });

        string[] references = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
        var ids = page.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count);
        page.All.SelectMany(e => references.Select(e.GetAttribute)).OfType<string>().SelectMany(v => v.Split(' ')).ShouldAllBe(id => ids.Contains(id));
    }

    private static Task<IHtmlDocument> RenderAsync(IssuePanel panel) =>
        Rendering.ParseAsync<IssuePanelView>(new { Panel = panel, Subject = "PAY-12", KeyResultsUrl });
}
