using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Scopes;
using Addon.Web.Scopes;
using Addon.Web.Tests.Scopes;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.AdminPage;

public sealed class AdminPageTests
{
    private const string Page = "/connect/admin";

    [Fact]
    public async Task A_Jira_Admin_Sees_Scopes_Projects_Cycles_Defaults_And_Audit()
    {
        await using var app = await PanelApp.StartAsync();
        await app.SucceedAsync("POST", "scopes", new JsonObject { ["kind"] = "company", ["name"] = "Acme <b>" });
        await ScopeApiTests.FirstRunAsync(app);

        using var response = await app.App.PageAsync(app.Site, Page, PanelApp.Admin);
        var page = await PanelApp.ReadPageAsync(response);

        page.QuerySelectorAll("[role=tab]").Select(t => t.TextContent).ShouldBe(["Scopes", "Projects", "Cycles", "Defaults", "Import and export", "Audit"]);
        foreach (var tab in page.QuerySelectorAll("[role=tab]"))
        {
            page.GetElementById(tab.GetAttribute("aria-controls")!)!.GetAttribute("aria-labelledby").ShouldBe(tab.Id);
        }

        page.QuerySelector(".scope-tree > li bdi")!.TextContent.ShouldBe("Acme <b>");
        page.QuerySelector(".scope-tree > li > ul > li bdi")!.TextContent.ShouldBe("Payments");
        page.QuerySelectorAll("[data-project-id]").Select(p => p.GetAttribute("data-project-id")).ShouldBe([$"{PanelApp.Project}"]);
        page.QuerySelectorAll(".cycle [data-move]").Select(b => b.TextContent).ShouldBe(["Start closing"]);
        page.QuerySelectorAll("script:not([src]), style, [style], [onclick]").ShouldBeEmpty();
        page.QuerySelectorAll("[id]").GroupBy(e => e.Id).ShouldAllBe(g => g.Count() == 1);
        page.QuerySelectorAll("button").ShouldAllBe(b => b.TextContent.Trim().Length > 0 || b.HasAttribute("aria-label"));
    }

    [Fact]
    public async Task Everybody_Else_Is_Told_Why_Not_And_Sees_Nothing()
    {
        await using var app = await PanelApp.StartAsync();
        await ScopeApiTests.FirstRunAsync(app);

        foreach (var account in (string?[])[PanelApp.Engineer, null])
        {
            using var response = await app.App.PageAsync(app.Site, Page, account);
            var page = await PanelApp.ReadPageAsync(response);
            page.QuerySelector(".empty h2")!.TextContent.ShouldBe("For Jira administrators");
            page.Body!.TextContent.ShouldNotContain("Payments");
            page.QuerySelectorAll("form, template, #panel").ShouldBeEmpty();
        }

        await app.CallAsync("GET", "admin/panel").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("GET", "admin/panel", account: null).ShouldBeProblemAsync(403, "person.missing");
    }

    [Fact]
    public async Task Without_Jira_Nobody_Is_Let_In()
    {
        await using var app = await PanelApp.StartAsync();
        app.Rights.IsDown = true;

        using var response = await app.App.PageAsync(app.Site, Page, PanelApp.Admin);

        (await PanelApp.ReadPageAsync(response)).QuerySelector(".empty h2")!.TextContent.ShouldBe("Jira does not answer");
    }

    [Fact]
    public async Task Snapshots_Are_Shown_As_A_Table()
    {
        await using var app = await PanelApp.StartAsync();
        var cycle = (string)(await ScopeApiTests.FirstRunAsync(app))["cycleId"]!;
        foreach (var move in (string[])["closing", "closed"])
        {
            await app.SucceedAsync("POST", $"cycles/{cycle}/transitions", new JsonObject { ["to"] = move });
        }

        using var response = await app.CallAsync("GET", $"admin/cycles/{cycle}/snapshots", account: PanelApp.Admin);
        var view = await PanelApp.ReadPageAsync(response);

        view.QuerySelector("tbody th")!.TextContent.ShouldContain("Payments never stop");
        view.QuerySelectorAll(".notice").ShouldBeEmpty();
        await app.CallAsync("GET", $"admin/cycles/{cycle}/snapshots").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
    }

    [Fact]
    public async Task A_Teams_Settings_Are_A_Form_That_Carries_The_Scope()
    {
        var scope = new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments \"1\"", TimeZone = "Europe/Berlin", Version = 4 };

        var view = await Rendering.ParseAsync<ScopeSettings>(new { Scope = scope });

        var form = view.QuerySelector("form[data-scope-settings]")!;
        var carried = JsonNode.Parse(form.GetAttribute("data-scope")!)!;
        ((string)carried["name"]!).ShouldBe("Payments \"1\"");
        ((int)carried["version"]!).ShouldBe(4);
        form.QuerySelectorAll("[data-field]").Select(f => f.GetAttribute("data-field")).ShouldBe(
            ["name", "owner", "mappingOwner", "deputy", "deputyUntil", "rhythm", "meetingDay", "dueTime", "timeZone", "holidays"]);
        form.QuerySelectorAll("[data-cancel]").ShouldBeEmpty();
    }
}
