using System.Text;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Web.CompanyPage;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.CompanyPage;

public sealed class CompanyApiTests
{
    [Fact]
    public async Task A_Team_Is_Shown_To_Who_Browses_A_Project_Of_It_And_Counted_For_Others()
    {
        await using var app = await CompanyApp.StartAsync();
        var (root, _, secret) = await AddStoryAsync(app);

        foreach (var (account, sees) in new[] { (PanelApp.Engineer, true), (PanelApp.Viewer, false), (PanelApp.Admin, true) })
        {
            var json = await TreeAsync(app, account);
            json.ToJsonString().Contains("secret", StringComparison.OrdinalIgnoreCase).ShouldBe(sees, account);
            ((int)json["hidden"]!).ShouldBe(sees ? 0 : 2, account);
            var page = (await app.ReadPageAsync(account: account)).DocumentElement.OuterHtml;
            page.Contains("Secret team", StringComparison.Ordinal).ShouldBe(sees, account);
            var contents = await app.FragmentAsync($"company/tree/{root.Id.Value}", account);
            contents.DocumentElement.TextContent.Contains("of teams that you cannot see", StringComparison.Ordinal).ShouldBe(!sees);
            (await app.FragmentAsync("company/scopes", account)).DocumentElement.OuterHtml.Contains("Secret team", StringComparison.Ordinal).ShouldBe(sees);
        }

        await app.Panel.CallAsync("GET", $"company/tree/{secret.Id.Value}", account: PanelApp.Viewer).ShouldBeProblemAsync(404, "objective.not_found");
        await app.Panel.CallAsync("GET", $"company/groups/unconnected/{secret.Scope.Value}", account: PanelApp.Viewer).ShouldBeProblemAsync(404, "objective.not_found");
    }

    [Fact]
    public async Task Another_Site_And_Nobody_See_Nothing()
    {
        await using var app = await CompanyApp.StartAsync();
        var (root, _, _) = await AddStoryAsync(app);
        var other = await app.Panel.App.InstallAsync();

        (await app.ReadPageAsync(site: other)).QuerySelector(".empty h2")!.TextContent.ShouldBe("No cycle is active");
        (await app.ReadPageAsync(account: null)).QuerySelector(".empty h2")!.TextContent.ShouldBe("Log in to see the objectives");
        await app.Panel.CallAsync("GET", $"company/tree/{root.Id.Value}", site: other).ShouldBeProblemAsync(404, "objective.not_found");
        await app.Panel.CallAsync("GET", $"company/tree?cycle={(await app.Data.CycleAsync()).Id.Value}", site: other).ShouldBeProblemAsync(404, "cycle.not_found");
        foreach (var path in new[] { "tree", "view", "top", "scopes", "owners", $"tree/{root.Id.Value}", $"tree/{root.Id.Value}/served-by", $"groups/unconnected/{root.Scope.Value}" })
        {
            await app.Panel.CallAsync("GET", "company/" + path, account: null).ShouldBeProblemAsync(403, "person.missing");
        }

        using var empty = await app.Panel.CallAsync("GET", "company/tree", site: other);
        var json = JsonNode.Parse(await empty.Content.ReadAsStringAsync())!;
        json["items"]!.AsArray().ShouldBeEmpty();
        ((int)json["visible"]!).ShouldBe(0);
    }

    [Fact]
    public async Task While_Jira_Does_Not_Answer_Teams_Are_Not_Shown_And_The_Page_Says_So()
    {
        await using var app = await CompanyApp.StartAsync();
        await AddStoryAsync(app);
        app.Panel.Rights.IsDown = true;

        var page = await app.ReadPageAsync();

        page.QuerySelector(".company-unknown p")!.TextContent.ShouldContain("Jira does not answer");
        page.QuerySelector("[data-retry]").ShouldNotBeNull();
        page.QuerySelectorAll(".tree-title, .tree-toggle").ShouldContain(e => e.TextContent.Contains("Grow", StringComparison.Ordinal));
        page.DocumentElement.OuterHtml.ShouldNotContain("secret", Case.Insensitive);

        app.Panel.Rights.IsDown = false;
        (await app.FragmentAsync("company/view")).QuerySelector(".company-unknown").ShouldBeNull();
    }

    [Fact]
    public async Task Parts_Of_The_Tree_Are_Fetched_As_They_Are_Opened()
    {
        await using var app = await CompanyApp.StartAsync();
        var (root, churn, secret) = await AddStoryAsync(app);

        var page = await app.ReadPageAsync();
        page.QuerySelector($"[aria-controls='o-{root.Id.Value}']")!.GetAttribute("aria-expanded").ShouldBe("true");
        var served = page.QuerySelector($"[aria-controls='s-{churn.Id.Value}']")!;
        served.GetAttribute("aria-expanded").ShouldBe("false");
        page.QuerySelector($"#s-{churn.Id.Value}")!.ChildElementCount.ShouldBe(0);

        var list = await app.FragmentAsync(served.GetAttribute("data-load")!);
        var row = list.QuerySelectorAll(".tree > .tree-item").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("Contributes: How A secret objective helps");
        var contents = await app.FragmentAsync(row.QuerySelector(".tree-toggle")!.GetAttribute("data-load")!);
        contents.QuerySelector(".tree-key-result .tree-title")!.TextContent.ShouldContain("A secret key result");
        contents.QuerySelectorAll("h1, script, link, form").ShouldBeEmpty("a fragment is the inside only");

        var group = page.QuerySelector($"[aria-controls='unconnected-{secret.Scope.Value}']")!;
        (await app.FragmentAsync(group.GetAttribute("data-load")!)).QuerySelector(".tree-toggle")!.TextContent.ShouldContain("A secret orphan");
        (await app.FragmentAsync("company/view?open=all")).QuerySelectorAll("[data-entity]").Select(e => e.TextContent).ShouldContain(t => t.Contains("A secret key result", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_Show_What_Fits_Opened_Up_To_It()
    {
        await using var app = await CompanyApp.StartAsync();
        var (root, _, secret) = await AddStoryAsync(app);

        var page = await app.ReadPageAsync($"?owner={PanelApp.Engineer}&health=killed");
        page.QuerySelector("[data-company-count]")!.TextContent.ShouldBe("1 of 3 objectives shown, with what it serves.");
        page.QuerySelector("#filter-owner option[selected]")!.TextContent.ShouldBe("Me");
        page.QuerySelectorAll(".tree-item.is-context").ShouldHaveSingleItem().GetAttribute("data-entity").ShouldBe($"{root.Id.Value}");
        page.QuerySelector($"[data-entity='{secret.Id.Value}'] .tree-key-result").ShouldNotBeNull();

        var nothing = await app.FragmentAsync("company/view?owner=me&health=stale");
        nothing.QuerySelector(".empty h2")!.TextContent.ShouldBe("Nothing fits these filters");

        (await app.ReadPageAsync("?cycle=x&owner=%20&health=red")).QuerySelector("[data-company-count]")!.TextContent.ShouldBe("3 objectives.", "an address that was mistyped shows everything");
        (await app.ReadPageAsync($"?cycle={Guid.NewGuid()}")).QuerySelector("[data-company-count]")!.TextContent.ShouldBe("3 objectives.");
        await app.Panel.CallAsync("GET", "company/tree?cycle=x&owner=%20&health=red")
            .ShouldBeProblemAsync(400, "company.cycle_invalid", "cycle:company.cycle_invalid", "owner:company.owner_invalid", "health:company.health_invalid");

        using var owners = await app.Panel.CallAsync("GET", "company/owners");
        JsonNode.Parse(await owners.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(o => (string)o!).ShouldBe([CompanyData.Anna.Value, PanelApp.Engineer], ignoreOrder: true);
        using var viewers = await app.Panel.CallAsync("GET", "company/owners", account: PanelApp.Viewer);
        JsonNode.Parse(await viewers.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(o => (string)o!).ShouldBe([CompanyData.Anna.Value]);
    }

    [Fact]
    public async Task Programs_Page_By_Top_Objective()
    {
        await using var app = await CompanyApp.StartAsync();
        var company = await app.Data.AddScopeAsync(ScopeKind.Company, "Company");
        var sales = await app.Data.AddScopeAsync(ScopeKind.Department, "Sales");
        await app.Data.AddObjectiveAsync(sales, "An orphan");
        await app.Data.AddObjectiveAsync(company, "One");
        var two = await app.Data.AddObjectiveAsync(company, "Two");
        await app.Data.AddObjectiveAsync(sales, "Below two", two);

        var first = await TreeAsync(app, PanelApp.Viewer, "?limit=2");
        var second = await TreeAsync(app, PanelApp.Viewer, $"?limit=2&after={first["next"]}");

        Titles(first).ShouldBe(["One", "Two"]);
        ((string)first["items"]![1]!["servedBy"]![0]!["title"]!).ShouldBe("Below two");
        Titles(second).ShouldBe(["An orphan"]);
        ((string)second["items"]![0]!["place"]!).ShouldBe("unconnected");
        second["next"].ShouldBeNull();
        ((decimal)second["alignment"]!["share"]!).ShouldBe(0.5m);
        ((string)second["alignment"]!["level"]!).ShouldBe("low");
    }

    [Fact]
    public async Task Two_Thousand_Objectives_Make_A_Small_Page_In_One_Round_Trip()
    {
        await using var app = await CompanyApp.StartAsync();
        var roots = await app.Data.AddLargeCompanyAsync(TimeProvider.System.GetUtcNow());
        for (var team = 0; team < 100; team++)
        {
            app.Panel.Rights.Grant(PanelApp.Engineer, "BROWSE_PROJECTS", 20000 + team);
        }

        using var warm = await app.PageAsync();
        app.Panel.Rights.Asked.Count.ShouldBe(100, "each project once, in one question");
        string html = "";
        (await app.Panel.CountCommandsAsync(async () => html = (await app.ReadPageAsync()).DocumentElement.OuterHtml)).ShouldBe(1);
        var list = "";
        (await app.Panel.CountCommandsAsync(async () => list = (await app.FragmentAsync($"company/tree/{roots[0]}/served-by")).DocumentElement.OuterHtml)).ShouldBe(1);
        app.Panel.Rights.Asked.Count.ShouldBe(100, "and not again");

        // 10 objectives with 50 key results are drawn, a row for each of the 100 teams that have orphans, and nothing of the 1,990 below.
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(250_000);
        Encoding.UTF8.GetByteCount(list).ShouldBeLessThan(100_000);
        html.ShouldContain("2000 objectives.");
        html.ShouldNotContain("Objective number 11 ");

        var all = await app.FragmentAsync("company/view?open=all");
        all.QuerySelectorAll("[data-entity]").Count(e => !e.ClassList.Contains("tree-key-result")).ShouldBeInRange(150, TreeOpening.Most);
        all.QuerySelector(".company-summary .subtle")!.TextContent.ShouldContain("Open the others one by one");
    }

    private static IEnumerable<string> Titles(JsonNode tree) => tree["items"]!.AsArray().Select(o => (string)o!["title"]!);

    private static async Task<JsonNode> TreeAsync(CompanyApp app, string account, string query = "")
    {
        using var response = await app.Panel.CallAsync("GET", "company/tree" + query, account: account);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>An objective of the company, and two of a team that only the engineer can see: one serves it, one is an orphan.</summary>
    private static async Task<(Objective Root, KeyResult Churn, Objective Secret)> AddStoryAsync(CompanyApp app)
    {
        var root = await app.Data.AddObjectiveAsync(await app.Data.AddScopeAsync(ScopeKind.Company, "Company"), "Grow without losing trust");
        var churn = await app.Data.AddKeyResultAsync(root, "Churn");
        var team = await app.Data.AddScopeAsync(ScopeKind.Team, "Secret team", PanelApp.Project);
        var secret = await app.Data.AddObjectiveAsync(team, "A secret objective", root, churn);
        await app.Data.AddKeyResultAsync(secret, "A secret key result", KeyResultState.Killed, new AccountId(PanelApp.Engineer));
        await app.Data.AddObjectiveAsync(team, "A secret orphan");
        return (root, churn, secret);
    }
}
