using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Web.CompanyPage;
using Addon.Web.Tests.Ui;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.CompanyPage;

public sealed class CompanyViewTests
{
    private static readonly Scope Company = new() { Id = ScopeId.New(), Kind = ScopeKind.Company, Name = "Company" };

    private static readonly Scope Sales = new() { Id = ScopeId.New(), Kind = ScopeKind.Department, Name = "Sales" };

    private static readonly Scope Team = new() { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments" };

    private static readonly AccountId Person = new("5b10a2844c20165700ede21g");

    private static readonly Cycle Quarter = Cycle.QuarterOf(new DateOnly(2026, 11, 20));

    public static TheoryData<string> HostileTitles => HostileText.Titles;

    [Fact]
    public async Task The_Company_Is_Open_And_What_Serves_It_Is_Closed()
    {
        var page = await RenderAsync(Objective(1, Company), Objective(2, Sales) with { Parent = new(IdOf(1), null), Contribution = "More offers" });

        page.QuerySelectorAll(".tree-toggle[aria-expanded=true]").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("O-1 Objective 1");
        var closed = page.QuerySelector($"#s-{IdOf(1).Value}")!;
        closed.HasAttribute("hidden").ShouldBeTrue();
        closed.ChildElementCount.ShouldBe(0);
        page.QuerySelectorAll(".tree-toggle").ShouldAllBe(b => b.LocalName == "button" && page.GetElementById(b.GetAttribute("aria-controls")!) != null);
        page.QuerySelector("[role=tree], [role=treeitem]").ShouldBeNull();
    }

    [Fact]
    public async Task A_Row_Says_Health_Numbers_Owner_And_Contribution_In_Words()
    {
        var page = await RenderAllAsync(
            Objective(1, Company) with { Owner = Person },
            Objective(2, Sales) with { Parent = new(IdOf(1), null), Contribution = "More offers" },
            Objective(3, Sales) with { StandaloneReason = "The law asks for it" });

        Words(page.QuerySelector($"[data-entity='{IdOf(1).Value}'] > .tree-facts")!).ShouldContain("0 of 0 measured Company · 2026 Q4 Owner: Name not loaded");
        page.QuerySelector($"[data-entity='{IdOf(1).Value}'] [data-account-id]")!.GetAttribute("data-account-id").ShouldBe(Person.Value);
        page.QuerySelector($"[data-entity='{IdOf(2).Value}'] .tree-said")!.TextContent.ShouldBe("Contributes: More offers");
        page.QuerySelector($"[data-entity='{IdOf(2).Value}']")!.TextContent.ShouldContain("No owner");
        page.QuerySelector($"[data-entity='{IdOf(3).Value}'] .tree-said")!.TextContent.ShouldBe("Stands alone: The law asks for it");
        page.QuerySelectorAll("h2").Select(h => h.TextContent).ShouldBe(["Company", "Stand alone", "Teams and departments"]);
    }

    [Fact]
    public async Task The_Share_Comes_With_Its_Rule_And_Numbers()
    {
        var page = await RenderAsync(Objective(1, Company), Objective(2, Sales) with { Parent = new(IdOf(1), null) }, Objective(3, Sales));

        Words(page.QuerySelector(".company-summary .explain-what")!).ShouldContain("50% connected (1 of 2)");
        page.QuerySelector(".company-summary .lozenge")!.TextContent.ShouldBe("Low");
        page.QuerySelector(".company-summary .explain-text")!.TextContent.ShouldStartWith("1 of 2 active objectives below the company serves another or says why not;");
        page.QuerySelector("[data-company-count]")!.TextContent.ShouldBe("3 objectives.");
    }

    [Fact]
    public async Task A_Period_Mismatch_Is_Told_In_Words()
    {
        var year = Quarter with { Id = CycleId.New(), Name = "2025", Start = new(2025, 1, 1), End = new(2025, 12, 31), State = CycleState.Closed };
        var page = await RenderAllAsync([Quarter, year], CompanyFilter.None, Objective(1, Company) with { Cycle = year.Id }, Objective(2, Sales) with { Parent = new(IdOf(1), null) });

        Words(page.QuerySelector(".tree-flag")!).ShouldBe("Period mismatch: 2026 Q4 is not within 2025, the cycle of what it serves.");
    }

    [Fact]
    public async Task Hidden_Teams_Are_Counted_And_The_Sentence_Says_Why()
    {
        Objective[] objectives = [Objective(1, Company), Objective(2, Team) with { Parent = new(IdOf(1), null) }];

        var hidden = await RenderAsync(objectives);
        var unknown = await RenderAsync(Build([Quarter], CompanyFilter.None, CompanySight.Unknown, objectives));

        hidden.QuerySelector(".tree-hidden")!.TextContent.ShouldBe("1 objective of teams that you cannot see serves O-1 as a whole.");
        hidden.QuerySelector("[data-company-count]")!.TextContent.ShouldBe("1 objective. 1 more of teams that you cannot see.");
        unknown.QuerySelector(".tree-hidden")!.TextContent.ShouldBe("1 objective of teams serves O-1 as a whole.");
        unknown.QuerySelector("[data-retry]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_A_Company_Objective_The_Page_Says_Who_Can_Write_One_And_What_It_Is_Good_For()
    {
        var page = await RenderAsync(Objective(1, Sales));

        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("No company objective yet");
        page.QuerySelector(".empty .subtle")!.TextContent.ShouldContain("administers Jira");
        page.QuerySelector("#company-unconnected")!.TextContent.ShouldBe("Not connected yet");
    }

    [Fact]
    public async Task A_Long_List_Is_Shown_In_Parts()
    {
        Objective[] objectives = [.. Enumerable.Range(1, 120).Select(n => Objective(n, Company))];
        var tree = Build([Quarter], CompanyFilter.None, CompanySight.Unknown, objectives);

        async Task<IHtmlDocument> PartAsync(Guid? after) => await Rendering.ParseAsync<ObjectiveList>(new
        {
            Objectives = tree.Roots,
            Path = TreePath.Top,
            After = after,
            Opening = TreeOpening.Nothing,
            TeamsAreKnown = true,
        });

        var first = await PartAsync(null);
        first.QuerySelectorAll("[data-entity]").Length.ShouldBe(50);
        first.QuerySelector("[data-more]")!.TextContent.ShouldBe("Show more (70 left)");
        first.QuerySelector("[data-more]")!.GetAttribute("data-more").ShouldBe($"company/top?after={IdOf(50).Value}");
        (await PartAsync(IdOf(100).Value)).ShouldSatisfyAllConditions(p => p.QuerySelectorAll("[data-entity]").Length.ShouldBe(20), p => p.QuerySelector("[data-more]").ShouldBeNull());
        (await PartAsync(Guid.NewGuid())).QuerySelectorAll("[data-entity]").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(HostileTitles))]
    public async Task Hostile_Texts_Stay_Text(string text)
    {
        var hostile = Quarter with { Name = text };
        var tree = Build(
            [hostile],
            CompanyFilter.None,
            CompanySight.Unknown,
            [Objective(1, Company) with { Title = text }, Objective(2, Sales) with { Title = text, Parent = new(IdOf(1), null), Contribution = text }, Objective(3, Sales) with { StandaloneReason = text }]);
        var page = await Rendering.ParseAsync<Web.CompanyPage.CompanyPage>(new { Tree = tree, Person = "me-account" });
        var all = await Rendering.ParseAsync<CompanyView>(new { Tree = tree, Opening = TreeOpening.All(tree) });

        all.QuerySelectorAll(".tree-toggle bdi, .tree-said bdi").Where(b => b.TextContent != "Sales").ShouldAllBe(b => b.TextContent == text || b.TextContent == "Objective 3");
        foreach (var drawn in new[] { page, all })
        {
            drawn.Scripts.ShouldAllBe(s => s.Source != null && s.Text.Length == 0);
            drawn.QuerySelectorAll("img, style").ShouldBeEmpty();
            drawn.All.SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "style");
        }
    }

    private static ObjectiveId IdOf(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    private static Objective Objective(int number, Scope scope) => new()
    {
        Id = IdOf(number),
        Number = number,
        Scope = scope.Id,
        Cycle = Quarter.Id,
        Title = $"Objective {number}",
        State = ObjectiveState.Active,
    };

    private static CompanyTree Build(IReadOnlyList<Cycle> cycles, CompanyFilter filter, CompanySight sight, params IReadOnlyList<Objective> objectives) => CompanyTreeBuilder.Build(
        new CompanyOkrs([new(Company, []), new(Sales, []), new(Team, [new ProjectId(1)])], cycles, objectives, Array.Empty<KeyResult>()), filter, sight, Rendering.Now);

    private static Task<IHtmlDocument> RenderAsync(params IReadOnlyList<Objective> objectives) =>
        RenderAsync(Build([Quarter], CompanyFilter.None, new CompanySight(new HashSet<ScopeId>(), true), objectives));

    private static Task<IHtmlDocument> RenderAsync(CompanyTree tree) => Rendering.ParseAsync<CompanyView>(new { Tree = tree, Opening = TreeOpening.Of(tree) });

    private static Task<IHtmlDocument> RenderAllAsync(params IReadOnlyList<Objective> objectives) => RenderAllAsync([Quarter], CompanyFilter.None, objectives);

    private static Task<IHtmlDocument> RenderAllAsync(IReadOnlyList<Cycle> cycles, CompanyFilter filter, params IReadOnlyList<Objective> objectives)
    {
        var tree = Build(cycles, filter, new CompanySight(new HashSet<ScopeId>(), true), objectives);
        return Rendering.ParseAsync<CompanyView>(new { Tree = tree, Opening = TreeOpening.All(tree) });
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
