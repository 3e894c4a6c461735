using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResultPage;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Web.KeyResultPage;
using Addon.Web.Tests.Ui;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.KeyResultPage;

public sealed class KeyResultSheetViewTests
{
    private static readonly Uri Site = new("https://site.example.test");

    public static TheoryData<string> HostileTitles => HostileText.Titles;

    [Fact]
    public async Task A_Healthy_One_Shows_Its_Numbers_Each_With_Its_Rule()
    {
        var page = await RenderAsync(Sheets.Healthy());

        Figure(page, "Progress").ShouldStartWith("63%");
        Figure(page, "Progress").ShouldContain("(7 - 12) / (4 - 12) = 62.5%");
        Figure(page, "Expected").ShouldContain("Working days that are over");
        Figure(page, "Gap").ShouldContain("minus counted 62.5%");
        Figure(page, "Confidence").ShouldContain("8 of 10, high");
        Figure(page, "Forecast").ShouldContain("incidents");
        Figure(page, "Data source").ShouldContain("Manual");
        page.QuerySelector(".chip-success")!.TextContent.ShouldBe("On track");
        page.QuerySelectorAll(".legend li").Select(l => l.TextContent).ShouldBe(["Measured", "Expected", "Target", "Forecast", "Today"]);
    }

    [Fact]
    public async Task The_Chart_Is_One_Picture_With_Words_And_A_Table_Beside_It()
    {
        var page = await RenderAsync(Sheets.Healthy() with { CheckIns = [Sheets.CheckIn(7), Sheets.CheckIn(28, "Drills work")] });

        foreach (var chart in page.QuerySelectorAll("svg.chart"))
        {
            var picture = chart.QuerySelector("[role=img]")!;
            page.GetElementById(picture.GetAttribute("aria-labelledby")!)!.TextContent.ShouldBe("The values over time");
            page.GetElementById(picture.GetAttribute("aria-describedby")!)!.TextContent.ShouldStartWith("6 values from 1 Oct 2026 to 5 Nov 2026, between 7 and 12; the last is 7.");
            picture.QuerySelectorAll("a").ShouldBeEmpty("nothing inside of a picture can be reached");
            chart.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["#note-1", "#note-2"]);
        }

        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        page.QuerySelectorAll(".table tbody tr").Length.ShouldBe(6);
        page.QuerySelector("#note-2")!.TextContent.ShouldContain("Drills work");
    }

    [Fact]
    public async Task A_Guardrail_Shows_Its_Bound_And_How_Often_It_Was_Kept()
    {
        var page = await RenderAsync(Sheets.Of(Sheets.Guardrail(), [Sheets.Value(99.95m, 3), Sheets.Value(99.2m, 10), Sheets.Value(99.93m, 17)]));

        page.QuerySelectorAll(".chart-band").ShouldNotBeEmpty();
        page.QuerySelectorAll("svg.chart .chart-expected").ShouldBeEmpty();
        Figure(page, "Kept").ShouldStartWith("67%");
        Figure(page, "Kept").ShouldContain("In bound in 2 of 3 periods");
        Figure(page, "Pace").ShouldStartWith("At risk");
        page.QuerySelectorAll(".figure dt").Select(d => d.TextContent).ShouldNotContain("Progress");
    }

    [Fact]
    public async Task A_Baselining_One_Without_Values_Says_What_To_Do()
    {
        var page = await RenderAsync(Sheets.Of(Sheets.Moving() with { State = KeyResultState.Baselining, From = null, ActivatedAt = null, Original = null, BaseliningSince = Sheets.Start }, []));

        page.QuerySelector(".chart-empty")!.TextContent.ShouldContain("set the start and activate it");
        page.QuerySelector(".as-table").ShouldBeNull();
        page.QuerySelector("[data-record-value]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_Killed_One_Says_Why_And_Where_The_Energy_Goes()
    {
        var page = await RenderAsync(Sheets.Healthy() with
        {
            KeyResult = Sheets.Healthy().KeyResult with
            {
                State = KeyResultState.Killed,
                EndedAt = Rendering.Now.AddDays(-1),
                EndReason = "Nobody needs it",
                Redirect = "KR-9 instead",
            },
        });

        page.QuerySelector(".sheet-notice")!.TextContent.ShouldContain("Killed on 19 Nov 2026. Nobody needs it");
        page.QuerySelector(".sheet-notice")!.TextContent.ShouldContain("The energy goes to: KR-9 instead");
        page.QuerySelectorAll("[data-check-in], [data-record-value], [data-correct]").ShouldBeEmpty();
        Figure(page, "Final score").ShouldContain("63%");
        page.QuerySelectorAll("svg.chart .chart-forecast").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Corrected_Value_Stays_In_The_Table_And_Leaves_The_Chart()
    {
        var wrong = Sheets.Value(99, 7);
        var page = await RenderAsync(Sheets.Of(Sheets.Moving(), [Sheets.Value(12, 0), wrong, Sheets.Value(9.9m, 7, wrong)]));

        page.QuerySelectorAll(".table tbody tr").Select(r => Words(r.QuerySelectorAll("td")[5])).ShouldBe(["Yes, corrects 99 Correct 9.9 of 8 Oct 2026", "No, corrected", "Yes Correct 12 of 1 Oct 2026"]);
        page.QuerySelector(".is-corrected s")!.TextContent.ShouldBe("99");
        page.QuerySelector("svg.chart")!.QuerySelectorAll("circle.chart-dot").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_Moved_Target_Is_Told_With_Its_Reason_And_The_Original()
    {
        var page = await RenderAsync(Sheets.Healthy() with
        {
            KeyResult = Sheets.Healthy().KeyResult with { To = 6 },
            TargetChanges = [Sheets.Change(20, 4, 6)],
        });

        page.QuerySelectorAll(".legend li").Select(l => l.TextContent).ShouldContain("Original target");
        page.QuerySelector("[aria-labelledby=targets-heading]")!.TextContent.ShouldContain("made it easier");
        page.QuerySelector("[aria-labelledby=targets-heading]")!.TextContent.ShouldContain("Half of the team left");
    }

    [Fact]
    public async Task Only_Who_Was_Asked_Can_Say_That_They_Helped()
    {
        var sheet = Sheets.Healthy() with { Rights = KeyResultRights.None, CoAuthors = [new CoAuthor(Sheets.Ben, Okr.Person, Rendering.Now, null)] };

        (await RenderAsync(sheet, Sheets.Ben)).QuerySelectorAll("[data-accept-invitation]").Length.ShouldBe(1);
        (await RenderAsync(sheet)).QuerySelectorAll("[data-accept-invitation], [data-remove-co-author]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(KeyResultRights.Write, CycleState.Active, true)]
    [InlineData(KeyResultRights.Write, CycleState.Closed, false)]
    [InlineData(KeyResultRights.None, CycleState.Active, false)]
    [InlineData(KeyResultRights.Unknown, CycleState.Active, false)]
    public async Task Controls_Are_There_For_Those_Who_May_And_Hidden_Until_The_Script_Runs(KeyResultRights rights, CycleState cycle, bool offered)
    {
        var page = await RenderAsync(Sheets.Healthy() with { Rights = rights, Cycle = Sheets.Quarter with { State = cycle } });

        (page.QuerySelectorAll("button").Length > 0).ShouldBe(offered);
        (page.QuerySelector("[data-check-in]") is not null).ShouldBe(offered);
        page.QuerySelectorAll("button").ShouldAllBe(b => b.Closest("[data-needs][hidden]") != null);
    }

    [Fact]
    public async Task The_Line_Begins_At_The_Company_And_Ends_Here()
    {
        var page = await RenderAsync(Sheets.Healthy());

        page.QuerySelectorAll(".line-chain > li").Select(Words).ShouldBe(
        [
            "Company objective O-1 Run a service people trust",
            "Key result KR-1 Raise availability",
            "Team objective O-2 Payments never stop",
            "This key result KR-3 Reduce P1 incidents",
        ]);
    }

    [Fact]
    public async Task What_It_Carries_On_Is_A_Link_Out_Of_The_Frame()
    {
        var before = KeyResultId.New();
        var sheet = Sheets.Healthy();
        var page = await RenderAsync(sheet with { KeyResult = sheet.KeyResult with { CarriedFrom = before }, CarriedFromNumber = 2 });

        var link = page.QuerySelector("a[target=_top]")!;
        link.TextContent.ShouldBe("KR-2");
        link.GetAttribute("href")!.ShouldEndWith($"/key-result?ac.keyResultId={before.Value:D}");
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public async Task Hostile_Texts_Stay_Text(string text)
    {
        var keyResult = Sheets.Moving() with
        {
            Title = text,
            Unit = text.Length > 40 ? text[..40] : text,
            HowWorkMovesIt = text,
            State = KeyResultState.Killed,
            EndedAt = Rendering.Now,
            EndReason = text,
            Redirect = text,
        };
        var sheet = Sheets.Of(keyResult, [Sheets.Value(12, 0, note: text)]);
        var page = await RenderAsync(sheet with
        {
            Line = [new LineStep(2, text, ScopeKind.Team, null), new LineStep(1, text, ScopeKind.Company, new LineStepKeyResult(1, text))],
            Objective = sheet.Objective with { Contribution = text, StandaloneReason = text },
            CheckIns = [Sheets.CheckIn(1, text)],
            TargetChanges = [Sheets.Change(2, 4, 6, text)],
            CoAuthors = [new CoAuthor(new AccountId("712020:<b>"), Okr.Person, Rendering.Now, null)],
        });

        page.QuerySelectorAll("h2 bdi, .note bdi, .note, .line-chain bdi").ShouldAllBe(e => e.TextContent == text);
        page.QuerySelectorAll("script, img, style").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "style");
    }

    [Fact]
    public async Task Five_Hundred_Values_Are_All_In_The_Table()
    {
        var page = await RenderAsync(Sheets.Of(Sheets.Moving(), [.. Enumerable.Range(0, 500).Select(i => Sheets.Value(i % 9, i * 0.1))]));

        page.QuerySelectorAll(".table tbody tr").Length.ShouldBe(500);
        page.QuerySelector("svg.chart")!.QuerySelectorAll("circle.chart-dot").Length.ShouldBeLessThanOrEqualTo(200);
        page.QuerySelector("figcaption")!.TextContent.ShouldContain("keeps every peak and dip");
    }

    [Fact]
    public async Task History_Is_Told_In_Words_And_Keeps_What_It_Does_Not_Know()
    {
        var page = await Rendering.ParseAsync<HistoryView>(new
        {
            Events = new[]
            {
                Told("key_result.retargeted", new() { ["to"] = "4" }, new() { ["to"] = "6", ["reason"] = "<b>Half</b> of the team left" }),
                Told("key_result.edited", new() { ["owner"] = "712020:anna" }, new() { ["owner"] = "712020:ben" }),
                Told("key_result.something_new", [], new() { ["colour"] = "blue", ["measuredAt"] = "2026-11-20T10:00:00.1234560+00:00" }),
                Told("key_result.co_author_invited", [], new() { ["account"] = "712020:ben" }),
            },
            Next = "older",
        });

        var lines = page.QuerySelectorAll(".stories > li").Select(Words).ToList();
        lines[0].ShouldContain("moved its target");
        lines[0].ShouldContain("To: 4 became 6");
        lines[0].ShouldContain("Reason: <b>Half</b> of the team left");
        page.QuerySelectorAll(".changes [data-account-id]").Select(e => e.GetAttribute("data-account-id")).ShouldBe(["712020:anna", "712020:ben"]);
        lines[2].ShouldContain("something new");
        lines[2].ShouldContain("colour: blue");
        lines[2].ShouldContain("Measured: 20 Nov 2026, 10:00 UTC");
        page.QuerySelectorAll(".stories > li")[3].QuerySelectorAll("[data-account-id]").Length.ShouldBe(2);
        page.QuerySelector("[data-next]")!.GetAttribute("data-next").ShouldBe("older");
    }

    private static AuditEvent Told(string action, Dictionary<string, string?> before, Dictionary<string, string?> after) =>
        new(Guid.CreateVersion7(), Rendering.Now.AddDays(-1), AuditEntry.ByPerson(Okr.Person, action, "key_result", "x", before, after));

    private static string Figure(IHtmlDocument page, string name) =>
        Words(page.QuerySelectorAll(".figure").Single(f => f.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<IHtmlDocument> RenderAsync(KeyResultSheet sheet, AccountId? person = null) =>
        Rendering.ParseAsync<KeyResultSheetView>(new { Sheet = sheet, Person = person ?? Okr.Person, Site });
}
