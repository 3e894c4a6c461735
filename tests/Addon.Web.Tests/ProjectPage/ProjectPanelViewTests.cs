using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.KeyResults;
using Addon.Web.ProjectPage;
using Addon.Web.Tests.Ui;
using Addon.Web.Ui;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.ProjectPage;

public sealed class ProjectPanelViewTests
{
    private static readonly Uri Site = new("https://site.example.test");

    private static readonly LinkedIssue[] Issues =
    [
        new(new IssueId(1), "PAY-12", "In Progress", StatusCategory.InProgress, false),
        new(new IssueId(2), "PAY-13", "Done", StatusCategory.Done, true),
    ];

    public static TheoryData<string> HostileTitles => HostileText.Titles;

    [Fact]
    public async Task Progress_Expectation_Confidence_And_Delivery_Are_Told_Apart()
    {
        var keyResult = Okr.KeyResult() with { LastCheckIn = new CheckInSummary(Rendering.Now.AddDays(-3), Okr.Person, 7, "Since the new rota") };
        var page = await RenderAsync(Team(Okr.Item(keyResult, 1, 2, 1)));

        var row = page.QuerySelector(".key-result")!;
        row.QuerySelector(".progress-number")!.TextContent.ShouldBe("38%");
        row.QuerySelector(".progress-expected")!.TextContent.ShouldBe("56% expected");
        row.QuerySelector(".bar-expected").ShouldNotBeNull();
        Fact(row, "Value").ShouldBe("9 incidents per month, measured 3 days ago");
        Fact(row, "Confidence").ShouldBe("7 of 10, high");
        Fact(row, "Check-in").ShouldBe("3 days ago: Since the new rota");
        Fact(row, "Delivery").ShouldBe("1 of 2 issues done (1 inherited)");
        row.QuerySelector("time")!.GetAttribute("title").ShouldBe("17 November 2026, 12:00 UTC");
        row.QuerySelector("[data-account-id]")!.GetAttribute("data-account-id").ShouldBe(Okr.Person.Value);
    }

    public static TheoryData<string, string, string> Healths => new()
    {
        { "on track", "On track", "chip-success" },
        { "at risk", "At risk", "chip-warning" },
        { "off track", "Off track", "chip-danger" },
        { "stale", "Stale", "chip-discovery" },
        { "unmeasured", "Unmeasured", "chip-neutral" },
        { "too early", "Too early", "chip-information" },
        { "draft", "Draft", "chip-neutral" },
        { "baselining", "Baselining", "chip-information" },
        { "dormant", "Dormant", "chip-neutral" },
        { "achieved", "Achieved", "chip-success" },
        { "missed", "Missed", "chip-warning" },
        { "killed", "Killed", "chip-neutral" },
    };

    [Theory]
    [MemberData(nameof(Healths))]
    public async Task Every_Health_Has_A_Word_A_Shape_And_Its_Rule_One_Key_Away(string what, string word, string tone)
    {
        var objective = Okr.Objective(2, "Payments never stop", [Okr.Item(InHealth(what))]);
        if (what == "too early")
        {
            objective = objective with { Cycle = objective.Cycle with { Start = new DateOnly(2026, 11, 19), End = new DateOnly(2027, 3, 31) } };
        }

        var page = await RenderAsync(new ProjectPanel(new PanelScope(Okr.Team(), [objective]), []));

        var chip = page.QuerySelector(".key-result .chip")!;
        chip.TextContent.ShouldBe(word);
        chip.ClassList.ShouldContain(tone);
        chip.QuerySelector("svg[aria-hidden=true] path")!.GetAttribute("d").ShouldNotBeNullOrEmpty();
        var explain = chip.Closest("details.explain")!;
        explain.QuerySelector("summary")!.TextContent.ShouldBe($"{word} Why? (health of KR-3)");
        explain.QuerySelector("p")!.TextContent.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task No_Two_Healths_Have_One_Shape()
    {
        var shapes = new List<string>();
        foreach (var health in Enum.GetValues<Core.Numbers.Health>())
        {
            shapes.Add((await Rendering.ParseAsync<HealthChip>(new { Health = health })).QuerySelector("path")!.GetAttribute("d")!);
        }

        shapes.Distinct().Count().ShouldBe(shapes.Count);
    }

    [Fact]
    public async Task A_Guardrail_Shows_Its_Bounds_And_How_Often_It_Was_Kept()
    {
        var guardrail = Okr.KeyResult() with
        {
            Direction = KeyResultDirection.KeepAtLeast,
            From = null,
            To = null,
            Low = 99.9m,
            Unit = "%",
            Per = KeyResultPeriod.Week,
            Series = new SeriesSummary(new ValueList<SeriesPoint>([new SeriesPoint(Rendering.Now.AddDays(-1), 99.5m)]), 6, 5, false),
        };

        var row = (await RenderAsync(Team(Okr.Item(guardrail)))).QuerySelector(".key-result")!;

        row.QuerySelector(".key-result-state")!.TextContent.ShouldContain("at least 99.9% per week");
        row.QuerySelector(".progress-number")!.TextContent.ShouldBe("83%");
        row.QuerySelector(".progress-expected").ShouldBeNull("a guardrail is kept, not approached");
        row.TextContent.ShouldContain("Kept in 5 of 6 periods, and not in the last one");
    }

    [Fact]
    public async Task The_Trend_Is_Drawn_And_Told()
    {
        var series = new ValueList<SeriesPoint>([.. Enumerable.Range(0, 4).Select(i => new SeriesPoint(Rendering.Now.AddDays((7 * i) - 28), 12 - i))]);
        var page = await RenderAsync(Team(Okr.Item(Okr.KeyResult() with { Series = SeriesSummary.Empty with { Recent = series } })));

        var spark = page.QuerySelector(".spark")!;
        spark.GetAttribute("role").ShouldBe("img");
        spark.GetAttribute("aria-label").ShouldBe("The last 4 values: 12, 11, 10, 9 (incidents)");
        spark.QuerySelector("polyline")!.GetAttribute("points").ShouldBe("3,3 33,9 63,15 93,21");
    }

    [Fact]
    public async Task What_Is_Over_Or_Sleeps_Is_Listed_Apart_With_Its_Reason()
    {
        var killed = Okr.KeyResult(4, state: KeyResultState.Killed) with { EndReason = "Nobody calls any more", Redirect = "KR-3", EndedAt = Rendering.Now.AddDays(-2) };
        var dormant = Okr.KeyResult(5, state: KeyResultState.Dormant) with { DormantSince = Rendering.Now.AddDays(-9) };
        var page = await RenderAsync(Team(Okr.Item(Okr.KeyResult()), Okr.Item(killed), Okr.Item(dormant)));

        var over = page.QuerySelector("details.over")!;
        over.HasAttribute("open").ShouldBeFalse();
        over.QuerySelector("summary")!.TextContent.ShouldBe("Ended and sleeping (2)");
        over.QuerySelectorAll(".key-result .card-head .key").Select(k => k.TextContent).ShouldBe(["KR-4", "KR-5"]);
        Fact(over.QuerySelectorAll(".key-result")[0], "Why").ShouldBe("Nobody calls any more");
        Fact(over.QuerySelectorAll(".key-result")[0], "Instead").ShouldBe("KR-3");
        Fact(over.QuerySelectorAll(".key-result")[1], "Dormant").ShouldBe("since 11 Nov 2026");
        page.QuerySelector(".objective-numbers")!.TextContent.ShouldContain("1 of 1 key result measured");
    }

    [Fact]
    public async Task An_Objective_Says_Its_Roll_Up_Its_Worst_Health_And_All_Counts()
    {
        var good = Okr.KeyResult(3, current: 6) with { LastCheckIn = new CheckInSummary(Rendering.Now.AddDays(-1), Okr.Person, 8, null), ActivatedAt = Rendering.Now.AddDays(-30) };
        var bad = Okr.KeyResult(4, current: 12) with { LastCheckIn = new CheckInSummary(Rendering.Now.AddDays(-1), Okr.Person, 2, null), ActivatedAt = Rendering.Now.AddDays(-30) };
        var page = await RenderAsync(Team(Okr.Item(good), Okr.Item(bad), Okr.Item(Okr.KeyResult(5, state: KeyResultState.Draft))));

        var objective = page.QuerySelector(".objective")!;
        objective.QuerySelector(".progress-number")!.TextContent.ShouldBe("38%");
        var numbers = objective.QuerySelector(".objective-numbers")!;
        numbers.QuerySelector(".explain .chip")!.TextContent.ShouldBe("Off track");
        numbers.TextContent.ShouldContain("2 of 2 key results measured");
        numbers.QuerySelectorAll(".chips .chip").Select(c => c.TextContent).ShouldBe(["1 off track", "1 on track", "1 draft"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_Is_Said_About_Delivery_Where_It_Was_Not_Counted()
    {
        var page = await RenderAsync(new ProjectPanel(
            new PanelScope(Okr.Team(), []),
            [new PanelScope(Okr.Company(), [Okr.Objective(1, "Run a service people trust", [new PanelKeyResult(Okr.KeyResult(1), null, 0)])])]));

        var company = page.QuerySelector("[data-scope-kind=company]")!;
        company.QuerySelectorAll(".key-result dt").Select(t => t.TextContent).ShouldNotContain("Delivery");
        page.QuerySelector(".issues").ShouldBeNull();
    }

    [Fact]
    public async Task The_Work_Tab_Counts_Issues_And_Lists_None()
    {
        var page = await RenderAsync(Team(Okr.Item(Okr.KeyResult(), 7, 12, 3), Okr.Item(Okr.KeyResult(4), 0, 1), Okr.Item(Okr.KeyResult(5)), Okr.Item(Okr.KeyResult(6, state: KeyResultState.Draft))));

        var work = page.QuerySelector("#panel-work")!;
        work.QuerySelectorAll("li .key").Select(k => k.TextContent).ShouldBe(["KR-3", "KR-4", "KR-5"]);
        work.QuerySelectorAll(".issues summary").Select(s => s.TextContent).ShouldBe(["12 linked issues of KR-3", "1 linked issue of KR-4"]);
        page.QuerySelectorAll(".issues a, .issues li").ShouldBeEmpty();
        page.QuerySelectorAll("[data-issues-list]").ShouldAllBe(l => l.GetAttribute("aria-live") == "polite" && l.TextContent == "");
    }

    [Fact]
    public async Task Tabs_Name_Their_Panels_And_The_First_Is_Shown()
    {
        var page = await RenderAsync(Team());

        var tabs = page.QuerySelectorAll("[role=tab]");
        tabs.Select(t => t.TextContent).ShouldBe(["Key results", "Work", "Settings"]);
        tabs.Select(t => (t.GetAttribute("aria-selected"), t.GetAttribute("tabindex"))).ShouldBe([("true", "0"), ("false", "-1"), ("false", "-1")]);
        foreach (var tab in tabs)
        {
            var panel = page.GetElementById(tab.GetAttribute("aria-controls")!)!;
            panel.GetAttribute("role").ShouldBe("tabpanel");
            panel.GetAttribute("aria-labelledby").ShouldBe(tab.Id);
            panel.HasAttribute("hidden").ShouldBe(tab.GetAttribute("aria-selected") == "false");
        }
    }

    [Fact]
    public async Task Five_Hundred_Key_Results_Are_Drawn_Each_With_Its_Health()
    {
        var objectives = Enumerable.Range(0, 100).Select(o => Okr.Objective(o, "Payments never stop", [.. Enumerable.Range(0, 5).Select(k => Okr.Item(Okr.KeyResult((5 * o) + k)))])).ToList();

        var page = await RenderAsync(new ProjectPanel(new PanelScope(Okr.Team(), objectives), []));

        page.QuerySelectorAll(".key-result .explain .chip").Length.ShouldBe(500);
        page.All.Where(e => e.Id is { Length: > 0 }).GroupBy(e => e.Id).ShouldAllBe(g => g.Count() == 1);
    }

    [Fact]
    public async Task Linked_Issues_Are_Links_Out_Of_The_Frame_With_Their_Status()
    {
        var page = await ListAsync(new LinkedIssues(Issues, 10));

        var links = page.QuerySelectorAll("a");
        links.Select(a => a.GetAttribute("href")).ShouldBe(["https://site.example.test/browse/PAY-12", "https://site.example.test/browse/PAY-13"]);
        links.ShouldAllBe(a => a.GetAttribute("target") == "_top" && a.GetAttribute("rel") == "noopener");
        page.QuerySelectorAll(".lozenge").Select(l => l.TextContent).ShouldBe(["In Progress", "Done"]);
        page.QuerySelectorAll("li")[1].TextContent.ShouldContain("inherited");
        page.QuerySelector("p")!.TextContent.ShouldBe("10 more that you cannot see or that are not listed");
    }

    [Theory]
    [InlineData(0, "No issue is linked any more")]
    [InlineData(3, "3 that you cannot see or that are not listed")]
    public async Task A_List_Without_An_Issue_Says_Why(int notShown, string text)
    {
        var page = await ListAsync(new LinkedIssues([], notShown));

        page.QuerySelector("ul").ShouldBeNull();
        page.QuerySelector("p")!.TextContent.ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public async Task A_Hostile_Status_Stays_Text(string text)
    {
        var page = await ListAsync(new LinkedIssues([new LinkedIssue(new IssueId(1), "PAY-1", text, StatusCategory.ToDo, false)], 0));

        page.QuerySelector(".lozenge")!.TextContent.ShouldBe(text);
        page.QuerySelectorAll("script, img, style").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_Chain_Above_Is_Told()
    {
        var above = Okr.Line(Okr.KeyResult()).Steps.Skip(1).ToList();
        var page = await RenderAsync(Team(Okr.Objective(2, "Payments never stop", [], above, "Fewer incidents here.")));

        Words(page.QuerySelector(".serves")!).ShouldBe("Serves KR-1 Raise availability of O-1 Run a service people trust of the company.");
        page.QuerySelector(".contribution")!.TextContent.ShouldBe("Fewer incidents here.");
        page.QuerySelectorAll("[data-hint]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("alone", "")]
    [InlineData("orphan", "orphan")]
    [InlineData("speechless", "contribution")]
    [InlineData("mismatch", "period")]
    [InlineData("closed", "")]
    public async Task What_The_Way_Up_Lacks_Is_Hinted_At(string what, string hint)
    {
        var above = Okr.Line(Okr.KeyResult()).Steps.Skip(1).ToList();
        var objective = what switch
        {
            "orphan" or "closed" or "alone" => Okr.Objective(2, "Payments never stop", []),
            "speechless" => Okr.Objective(2, "Payments never stop", [], above),
            _ => Okr.Objective(2, "Payments never stop", [], above, "Fewer incidents.") with { ParentCycle = Okr.Quarter with { Name = "October", End = new DateOnly(2026, 10, 31) } },
        };
        objective = what switch
        {
            "alone" => objective with { Objective = objective.Objective with { StandaloneReason = "Keeps the lights on" } },
            "closed" => objective with { Objective = objective.Objective with { State = ObjectiveState.Closed, Outcome = ObjectiveOutcome.Done } },
            _ => objective,
        };

        var page = await RenderAsync(Team(objective));

        page.QuerySelectorAll("[data-hint]").Select(h => h.GetAttribute("data-hint")).ShouldBe(hint.Length == 0 ? [] : [hint]);
        (page.QuerySelector(".serves")?.TextContent.Contains("Stands alone: Keeps the lights on", StringComparison.Ordinal) ?? false).ShouldBe(what == "alone");
    }

    [Fact]
    public async Task The_Company_Is_Never_An_Orphan()
    {
        var page = await RenderAsync(new ProjectPanel(new PanelScope(Okr.Team(), []), [new PanelScope(Okr.Company(), [Okr.Objective(1, "Grow", [])])]));

        page.QuerySelectorAll("[data-hint]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task Many_Active_Key_Results_Are_Told(int count, bool told)
    {
        var active = Enumerable.Range(1, count).Select(n => Okr.Item(Okr.KeyResult(n)));
        var page = await RenderAsync(Team([.. active, Okr.Item(Okr.KeyResult(9, state: KeyResultState.Draft))]));

        (page.QuerySelector(".many") is not null).ShouldBe(told);
    }

    [Fact]
    public async Task The_First_Run_Is_One_Form_With_One_Button()
    {
        var page = await Rendering.ParseAsync<ProjectPanelView>(new { Panel = new ProjectPanel(null, []), ProjectKey = "PAY" });

        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("Give this project its goals");
        var form = page.QuerySelector("#first-run")!;
        form.GetAttribute("data-needs").ShouldBe("team");
        form.QuerySelectorAll("button").ShouldHaveSingleItem().TextContent.ShouldBe("Start");
        form.QuerySelector("[name=name]")!.GetAttribute("value").ShouldBe("PAY");
        form.QuerySelectorAll("[data-field]").Select(f => f.GetAttribute("data-field")).ShouldBe(["name", "objectiveTitle", "cycleId", "mappingOwner"]);
        page.QuerySelectorAll("[role=tab]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Team_Without_Objectives_Says_What_They_Are_Good_For()
    {
        var page = await RenderAsync(new ProjectPanel(new PanelScope(Okr.Team(), []), []));

        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("No objectives yet");
        page.QuerySelector(".empty [data-add-objective]")!.TextContent.ShouldBe("Write the first objective");
        page.QuerySelector("section[data-scope-kind=company]")!.GetAttribute("data-needs").ShouldBe("company");
    }

    [Fact]
    public async Task What_Is_Closed_Stands_Apart_And_Offers_Nothing()
    {
        var objective = Okr.Objective(2, "Payments never stop", [Okr.Item(Okr.KeyResult(state: KeyResultState.Achieved))]);
        var page = await RenderAsync(Team(objective with { Objective = objective.Objective with { State = ObjectiveState.Closed, Outcome = ObjectiveOutcome.Partly } }));

        page.QuerySelector("details.over > summary")!.TextContent.ShouldBe("Closed objectives (1)");
        page.QuerySelector(".objective h3 .chip")!.TextContent.ShouldBe("Closed: partly");
        page.QuerySelectorAll(".objective button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Controls_Are_Hidden_Until_The_Script_Knows_Better()
    {
        var page = await RenderAsync(new ProjectPanel(
            new PanelScope(Okr.Team(), [Okr.Objective(2, "Payments never stop", [Okr.Item(Okr.KeyResult())])]),
            [new PanelScope(Okr.Company(), [Okr.Objective(1, "Run a service people trust", [Okr.Item(Okr.KeyResult(1))])])]));

        var controls = page.QuerySelectorAll("#panel-key-results button");
        controls.ShouldNotBeEmpty();
        controls.ShouldAllBe(b => b.Closest("[data-needs]") != null);
        page.QuerySelectorAll("[data-needs]").ShouldAllBe(e => e.HasAttribute("hidden"));
        page.QuerySelectorAll("[data-scope-kind=company] [data-needs]").ShouldAllBe(e => e.GetAttribute("data-needs") == "company");
        page.QuerySelector(".key-result")!.GetAttribute("data-owner").ShouldBe(Okr.Person.Value);
    }

    [Theory]
    [InlineData(KeyResultState.Draft, 9, "Edit KR-3, Activate, Measure the start first, Discard draft")]
    [InlineData(KeyResultState.Baselining, 9, "Check in KR-3, Edit KR-3, Retarget, Set the start and activate, Kill")]
    [InlineData(KeyResultState.Active, 9, "Check in KR-3, Edit KR-3, Retarget, Call it missed, Put to sleep, Kill")]
    [InlineData(KeyResultState.Active, 4, "Check in KR-3, Edit KR-3, Retarget, Call it achieved, Call it missed, Put to sleep, Kill")]
    [InlineData(KeyResultState.Dormant, 9, "Check in KR-3, Edit KR-3, Retarget, Revive, Kill")]
    [InlineData(KeyResultState.Killed, 9, "")]
    [InlineData(KeyResultState.Achieved, 9, "")]
    [InlineData(KeyResultState.Missed, 9, "")]
    public async Task The_State_Decides_What_Can_Be_Done(KeyResultState state, int current, string actions)
    {
        var page = await RenderAsync(Team(Okr.Item(Okr.KeyResult(current: current, state: state))));

        string.Join(", ", page.QuerySelectorAll(".key-result button").Select(Words)).ShouldBe(actions);
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public async Task Hostile_Texts_Stay_Text(string text)
    {
        var keyResult = Okr.KeyResult(title: text) with
        {
            LastCheckIn = new CheckInSummary(Rendering.Now, Okr.Person, 7, text),
            EndReason = text,
            Redirect = text,
            HowWorkMovesIt = text,
            Unit = text,
            Metric = text,
        };
        var mine = Okr.Objective(2, text, [Okr.Item(keyResult, 1, 1)], [new LineStep(1, text, ScopeKind.Company, null)], text);
        mine = mine with { Objective = mine.Objective with { Why = text }, Cycle = mine.Cycle with { Name = text }, ParentCycle = mine.Cycle with { Name = text, Start = mine.Cycle.Start.AddDays(1) } };
        var page = await RenderAsync(new ProjectPanel(
            new PanelScope(Okr.Team(text), [mine]), [new PanelScope(Okr.Company(text), [Okr.Objective(1, text, [Okr.Item(Okr.KeyResult(title: text))])])]));

        page.QuerySelectorAll("h2 bdi, h3 bdi, h4 bdi, .note bdi").ShouldAllBe(e => e.TextContent == text);
        page.QuerySelectorAll("script, img, style").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "style");
        ((IHtmlTemplateElement)page.QuerySelector("#parents")!).Content.QuerySelectorAll("script, img").ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_Reach_The_Form_Without_A_Loss()
    {
        var page = await RenderAsync(Team(Okr.Item(Okr.KeyResult() with { From = 9_999_999_999_998.123456m, To = 0.000001m })));

        var form = page.QuerySelector("[data-key-result]")!.GetAttribute("data-key-result")!;
        form.ShouldContain("\"from\":\"9999999999998.123456\"");
        form.ShouldContain("\"to\":\"0.000001\"");
    }

    [Fact]
    public async Task The_Page_Has_No_Inline_Script_Or_Style()
    {
        var page = await Rendering.ParseAsync<ProjectPanelPage>(new
        {
            Panel = Team(Okr.Item(Okr.KeyResult())),
            Project = new ProjectId(10000),
            ProjectKey = "PAY",
            Person = Okr.Person.Value,
        });

        page.Scripts.ShouldAllBe(s => s.Source != null && s.Text.Length == 0);
        page.QuerySelectorAll("style").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "style");
    }

    private static KeyResult InHealth(string what)
    {
        var on = Okr.KeyResult(current: 6) with { ActivatedAt = Rendering.Now.AddDays(-5), LastCheckIn = new CheckInSummary(Rendering.Now.AddDays(-1), Okr.Person, 8, null) };
        return what switch
        {
            "on track" => on,
            "at risk" => on with { LastCheckIn = on.LastCheckIn! with { Confidence = 5 } },
            "off track" => on with { LastCheckIn = on.LastCheckIn! with { Confidence = 1 } },
            "stale" => on with { LastCheckIn = on.LastCheckIn! with { At = Rendering.Now.AddDays(-12) } },
            "unmeasured" => Okr.KeyResult(current: null) with { ActivatedAt = Rendering.Now.AddDays(-5) },
            "too early" => Okr.KeyResult(current: null) with { ActivatedAt = Rendering.Now },
            _ => Okr.KeyResult(state: Enum.Parse<KeyResultState>(what, ignoreCase: true)) with { BaseliningSince = Rendering.Now },
        };
    }

    private static ProjectPanel Team(params IReadOnlyList<PanelKeyResult> keyResults) => Team(Okr.Objective(2, "Payments never stop", keyResults));

    private static ProjectPanel Team(PanelObjective objective) => new(new PanelScope(Okr.Team(), [objective]), []);

    private static string Fact(IElement row, string name) =>
        Words(row.QuerySelectorAll(".facts > div").Single(d => d.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<IHtmlDocument> RenderAsync(ProjectPanel panel) => Rendering.ParseAsync<ProjectPanelView>(new { Panel = panel });

    private static Task<IHtmlDocument> ListAsync(LinkedIssues linked) => Rendering.ParseAsync<LinkedIssuesView>(new { Linked = linked, Site });
}
