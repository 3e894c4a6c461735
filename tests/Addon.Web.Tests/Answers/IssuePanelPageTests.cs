using System.Net;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Answers;

public sealed class IssuePanelPageTests
{
    [Fact]
    public async Task The_Page_Shows_The_Answer_And_The_Way_To_The_Company()
    {
        await using var app = await PanelApp.StartAsync();
        var company = (Guid)(await app.SucceedAsync("POST", "company/objectives", new System.Text.Json.Nodes.JsonObject { ["title"] = "Run a service people trust" }))["id"]!;
        var objective = (Guid)(await app.SucceedAsync(
            "POST",
            $"projects/{PanelApp.Project}/objectives",
            new System.Text.Json.Nodes.JsonObject { ["title"] = "Payments never stop", ["parentObjectiveId"] = company.ToString() }))["id"]!;
        var keyResult = await app.AddKeyResultAsync(objective);
        await app.SucceedAsync("PUT", $"issues/{PanelApp.Issue}/answer", PanelApp.Linked(keyResult), PanelApp.Engineer);

        using var response = await app.IssuePageAsync();
        var page = await PanelApp.ReadPageAsync(response);

        page.QuerySelector(".sentence")!.TextContent.ShouldBe(
            "PAY-12 moves KR-1 Reduce P1 incidents (from 12 to 4 incidents per month), for O-2 Payments never stop, for company objective O-1 Run a service people trust.");
        page.QuerySelector(".progress-number")!.TextContent.ShouldBe("No value yet");
        page.QuerySelector(".origin")!.TextContent.ShouldBe("Answered here");
    }

    [Fact]
    public async Task A_Child_Shows_What_It_Inherits()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("PUT", $"issues/{PanelApp.Epic}/answer", PanelApp.Linked(keyResult), PanelApp.Engineer);
        (await app.CallAsync("POST", $"issues/{PanelApp.Issue}/snapshot")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        using var response = await app.IssuePageAsync();

        (await PanelApp.ReadPageAsync(response)).QuerySelector(".origin")!.TextContent.ShouldBe("Inherited from PAY-1");
    }

    [Fact]
    public async Task An_Anonymous_Person_Is_Told_To_Log_In_And_Sees_No_Title()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync("A secret objective"), "A secret key result");
        await app.SucceedAsync("PUT", $"issues/{PanelApp.Issue}/answer", PanelApp.Linked(keyResult), PanelApp.Engineer);

        using var response = await app.IssuePageAsync(account: null);
        var page = await PanelApp.ReadPageAsync(response);

        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("Log in to see the answer");
        page.DocumentElement.OuterHtml.ShouldNotContain("secret");
        page.QuerySelectorAll("#panel, button, input").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_Page_Is_Read_While_Jira_Is_Down_And_Without_Asking_It()
    {
        await using var app = await PanelApp.StartAsync();
        app.Rights.IsDown = true;

        using var response = await app.IssuePageAsync();

        await PanelApp.ReadPageAsync(response);
        app.App.Jira.Requests.ShouldNotContain(r => r.Path.StartsWith("/rest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Page_Costs_One_Database_Command()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("PUT", $"issues/{PanelApp.Issue}/answer", PanelApp.Linked(keyResult), PanelApp.Engineer);
        using var warm = await app.IssuePageAsync();

        var commands = await app.CountCommandsAsync(async () =>
        {
            using var response = await app.IssuePageAsync();
            (await PanelApp.ReadPageAsync(response)).QuerySelector(".sentence").ShouldNotBeNull();
        });

        commands.ShouldBe(1);
    }

    [Fact]
    public async Task Another_Site_Sees_Nothing_Of_This_One()
    {
        await using var app = await PanelApp.StartAsync();
        await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        var other = await app.App.InstallAsync();

        using var response = await app.IssuePageAsync(site: other);

        (await PanelApp.ReadPageAsync(response)).QuerySelectorAll("[role=option]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_Empty_State_Leads_To_The_Projects_Page_In_Jira()
    {
        await using var app = await PanelApp.StartAsync();

        using var response = await app.IssuePageAsync();

        (await PanelApp.ReadPageAsync(response)).QuerySelector(".empty a")!.GetAttribute("href").ShouldBe(
            $"{app.Site.BaseUrl.GetLeftPart(UriPartial.Authority)}/projects/PAY?selectedItem=com.atlassian.plugins.atlassian-connect-plugin:straightline__project-key-results");
    }

    [Fact]
    public async Task Drafts_And_Ended_Key_Results_Cannot_Be_Picked()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        await app.AddKeyResultAsync(objective, "Active one");
        await app.AddKeyResultAsync(objective, "Draft one", "draft");

        using var response = await app.IssuePageAsync();

        (await PanelApp.ReadPageAsync(response)).QuerySelectorAll("[role=option] bdi").Select(o => o.TextContent).ShouldBe(["Active one"]);
    }

    [Fact]
    public async Task An_Address_That_Makes_No_Sense_Is_Refused_With_A_Code()
    {
        (string, string)[] cases =
        [
            ("issueId=10012&issueKey=%3Cscript%3E&projectId=10000", "page.issue_key_invalid"),
            ("issueId=10012&issueKey=PAY&projectId=10000", "page.issue_key_invalid"),
            ("issueId=abc&issueKey=PAY-1&projectId=10000", "request.malformed"),
            ("issueKey=PAY-1&projectId=10000", "request.malformed"),
            ("issueId=99999999999999999999&issueKey=PAY-1&projectId=10000", "request.malformed"),
        ];
        await using var app = await PanelApp.StartAsync();

        foreach (var (query, code) in cases)
        {
            await app.App.PageAsync(app.Site, "/connect/issue-panel?" + query).ShouldBeProblemAsync(400, code);
        }
    }
}
