using System.Text.Json.Nodes;
using Addon.Web.Tests.Ui;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.KeyResults;

/// <summary>The list of issues behind a key result: only what Jira shows the person who opens it.</summary>
public sealed class LinkedIssuesApiTests
{
    private const long Embargoed = 10503;

    [Fact]
    public async Task An_Issue_That_Is_Hidden_From_The_Person_Is_A_Number()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await AddWorkAsync(app);

        var page = await ListAsync(app, keyResult);

        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe([$"{app.Site.BaseUrl.GetLeftPart(UriPartial.Authority)}/browse/PAY-12"]);
        page.QuerySelector(".lozenge")!.TextContent.ShouldBe("In Progress");
        page.QuerySelector("p")!.TextContent.ShouldBe("1 more that you cannot see or that are not listed");
        page.DocumentElement.OuterHtml.ShouldNotContain("PAY-3");

        using var panel = await app.ProjectPageAsync();
        var text = (await PanelApp.ReadPageAsync(panel)).DocumentElement.OuterHtml;
        text.ShouldContain("2 linked issues");
        text.ShouldNotContain("PAY-3");

        app.Rights.Grant(PanelApp.Engineer, "BROWSE_PROJECTS", Embargoed);
        (await ListAsync(app, keyResult)).QuerySelectorAll("a").Length.ShouldBe(2, "who has just been let in sees it at once");
    }

    [Fact]
    public async Task Jira_Is_Asked_Once_For_All_Issues_And_The_Database_Too()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await AddWorkAsync(app);
        var questions = 0;

        var commands = await app.CountCommandsAsync(async () =>
        {
            var before = Questions(app);
            using var response = await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(keyResult), account: PanelApp.Engineer, project: (PanelApp.Project, "PAY"));
            await PanelApp.ReadPageAsync(response);
            questions = Questions(app) - before;
        });

        questions.ShouldBeLessThanOrEqualTo(1);
        commands.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_Is_Listed_While_Jira_Is_Down()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await AddWorkAsync(app);
        app.Rights.IsDown = true;

        await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(keyResult), account: PanelApp.Viewer, project: (PanelApp.Project, "PAY"))
            .ShouldBeProblemAsync(503, "jira.unavailable");
    }

    [Fact]
    public async Task Who_May_Not_See_The_Project_Is_Refused()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await AddWorkAsync(app);

        await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(keyResult), account: PanelApp.Viewer).ShouldBeProblemAsync(403, "project.browse_not_allowed");
        await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(keyResult), account: null).ShouldBeProblemAsync(403, "person.missing");
        await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(keyResult), account: null, project: (PanelApp.Project, "PAY"))
            .ShouldBeProblemAsync(403, "person.missing");
    }

    [Fact]
    public async Task Key_Results_Of_Others_Do_Not_Exist_Here()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await AddWorkAsync(app);
        var objective = (Guid)(await app.SucceedAsync("POST", "company/objectives", new JsonObject { ["title"] = "Grow" }))["id"]!;
        var companys = await app.AddKeyResultAsync(objective, "Churn");
        await app.SucceedAsync("PUT", $"issues/{PanelApp.Issue}/answer", PanelApp.Linked(companys), PanelApp.Engineer);
        var other = await app.App.InstallAsync();
        app.Rights.Grant(PanelApp.Engineer, "BROWSE_PROJECTS", PanelApp.OtherProject);

        await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(companys), account: PanelApp.Engineer).ShouldBeProblemAsync(404, "key_result.not_found");
        await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(keyResult, PanelApp.OtherProject), account: PanelApp.Engineer).ShouldBeProblemAsync(404, "key_result.not_found");
        await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(Guid.NewGuid()), account: PanelApp.Engineer).ShouldBeProblemAsync(404, "key_result.not_found");
        await app.App.SessionAsync(other, HttpMethod.Get, Path(keyResult), account: PanelApp.Engineer).ShouldBeProblemAsync(404, "key_result.not_found");
    }

    /// <summary>A key result with two issues behind it, one of which only the admin may see.</summary>
    private static async Task<Guid> AddWorkAsync(PanelApp app)
    {
        PanelApp.AddIssue(app.App.Jira, Embargoed, "PAY-3", null);
        app.Rights.Grant(PanelApp.Admin, "EDIT_ISSUES", Embargoed);
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("PUT", $"issues/{PanelApp.Issue}/answer", PanelApp.Linked(keyResult));
        await app.SucceedAsync("PUT", $"issues/{Embargoed}/answer", PanelApp.Linked(keyResult));
        return keyResult;
    }

    private static async Task<IHtmlDocument> ListAsync(PanelApp app, Guid keyResult)
    {
        using var response = await app.App.SessionAsync(app.Site, HttpMethod.Get, Path(keyResult), account: PanelApp.Engineer);
        return await PanelApp.ReadPageAsync(response);
    }

    private static string Path(Guid keyResult, long project = PanelApp.Project) => $"/api/v1/projects/{project}/key-results/{keyResult}/issues";

    private static int Questions(PanelApp app) => app.App.Jira.Requests.Count(r => r.Path == "/rest/api/3/permissions/check");
}
