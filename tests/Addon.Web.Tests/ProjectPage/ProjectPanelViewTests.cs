using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.KeyResults;
using Addon.Web.ProjectPage;
using Addon.Web.Tests.Ui;
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
    public async Task Progress_And_Delivery_Are_Two_Numbers()
    {
        var page = await RenderAsync(Team(Okr.Item(Okr.KeyResult(), 1, 2, 1, "Since the new rota")));

        page.QuerySelector(".progress-number")!.TextContent.ShouldBe("38%");
        Fact(page, "Delivery").ShouldBe("1 of 2 issues done (1 inherited)");
        Fact(page, "Value").ShouldBe("9 incidents per month, recorded 3 days ago: Since the new rota");
        page.QuerySelector("time")!.GetAttribute("title").ShouldBe("17 November 2026, 12:00 UTC");
        page.QuerySelector("[data-account-id]")!.GetAttribute("data-account-id").ShouldBe(Okr.Person.Value);
    }

    [Fact]
    public async Task Nothing_Is_Said_About_Delivery_Where_It_Was_Not_Counted()
    {
        var page = await RenderAsync(new ProjectPanel(Scope, [], [Okr.Objective(1, "Run a service people trust", [new PanelKeyResult(Okr.KeyResult(1), null, 0, null)])]));

        page.QuerySelectorAll("[data-company] .key-result dt").Select(t => t.TextContent).ShouldNotContain("Delivery");
        page.QuerySelector("[data-company] .key-result")!.TextContent.ShouldNotContain("linked", Case.Insensitive);
        page.QuerySelector(".issues").ShouldBeNull();
    }

    [Fact]
    public async Task The_Panel_Counts_Issues_And_Lists_None()
    {
        var page = await RenderAsync(Team(Okr.Item(Okr.KeyResult(), 7, 12, 3), Okr.Item(Okr.KeyResult(4), 0, 1), Okr.Item(Okr.KeyResult(5))));

        page.QuerySelectorAll(".issues summary").Select(s => s.TextContent).ShouldBe(["12 linked issues", "1 linked issue"]);
        page.QuerySelectorAll(".issues a, .issues li").ShouldBeEmpty();
        page.QuerySelectorAll("[data-issues-list]").ShouldAllBe(l => l.GetAttribute("aria-live") == "polite" && l.TextContent == "");
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
        var page = await RenderAsync(new ProjectPanel(Scope, [Okr.Objective(2, "Payments never stop", [], above, "Fewer incidents here.")], []));

        Words(page.QuerySelector(".serves")!).ShouldBe("Serves KR-1 Raise availability of O-1 Run a service people trust of the company.");
        page.QuerySelector(".objective .subtle")!.TextContent.ShouldBe("Fewer incidents here.");
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
    public async Task The_First_Run_Says_What_To_Do()
    {
        var page = await RenderAsync(new ProjectPanel(null, [], []));

        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("No objectives yet");
        page.QuerySelector("[data-add-objective=team]")!.TextContent.ShouldBe("Write the first objective");
        page.QuerySelector("[data-company]")!.HasAttribute("hidden").ShouldBeTrue();
    }

    [Fact]
    public async Task Controls_Are_Hidden_Until_The_Script_Knows_Better()
    {
        var page = await RenderAsync(new ProjectPanel(
            Scope,
            [Okr.Objective(2, "Payments never stop", [Okr.Item(Okr.KeyResult())])],
            [Okr.Objective(1, "Run a service people trust", [Okr.Item(Okr.KeyResult(1))])]));

        page.QuerySelectorAll("button").ShouldNotBeEmpty();
        page.QuerySelectorAll("button").ShouldAllBe(b => b.Closest("[data-needs]") != null);
        page.QuerySelectorAll("[data-needs]").ShouldAllBe(e => e.HasAttribute("hidden"));
        page.QuerySelectorAll("[data-company] [data-needs]").ShouldAllBe(e => e.GetAttribute("data-needs") == "company");
    }

    [Theory]
    [InlineData(KeyResultState.Draft, "Draft", false, """["draft","active","killed"]""")]
    [InlineData(KeyResultState.Active, "", true, """["active","achieved","missed","killed"]""")]
    [InlineData(KeyResultState.Killed, "Killed", false, """["killed"]""")]
    public async Task The_State_Decides_What_Can_Be_Done(KeyResultState state, string chip, bool takesValues, string choices)
    {
        var page = await RenderAsync(Team(Okr.Item(Okr.KeyResult(state: state))));

        (page.QuerySelector("h4 .lozenge")?.TextContent ?? "").ShouldBe(chip);
        page.QuerySelectorAll("[data-record-value]").Length.ShouldBe(takesValues ? 1 : 0);
        page.QuerySelector("[data-key-result]")!.GetAttribute("data-key-result")!.ShouldContain($"\"states\":{choices}");
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public async Task Hostile_Texts_Stay_Text(string text)
    {
        var item = Okr.Item(Okr.KeyResult(title: text), 1, 1, 0, text);
        var page = await RenderAsync(new ProjectPanel(
            new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = text },
            [Okr.Objective(2, text, [item], [new LineStep(1, text, ScopeKind.Company, null)], text)],
            [Okr.Objective(1, text, [item])]));

        page.QuerySelectorAll("h3 bdi, h4 bdi, .note").ShouldAllBe(e => e.TextContent == text);
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

    private static Scope Scope => new() { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "PAY" };

    private static ProjectPanel Team(params IReadOnlyList<PanelKeyResult> keyResults) => new(Scope, [Okr.Objective(2, "Payments never stop", keyResults)], []);

    private static string Fact(IHtmlDocument page, string name) =>
        Words(page.QuerySelectorAll(".facts > div").Single(d => d.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<IHtmlDocument> RenderAsync(ProjectPanel panel) => Rendering.ParseAsync<ProjectPanelView>(new { Panel = panel });

    private static Task<IHtmlDocument> ListAsync(LinkedIssues linked) => Rendering.ParseAsync<LinkedIssuesView>(new { Linked = linked, Site });
}
