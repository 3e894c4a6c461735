using System.Text.Json.Nodes;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.ProjectPage;

public sealed class ProjectPanelPageTests
{
    [Fact]
    public async Task The_Page_Shows_Objectives_Values_And_Linked_Work()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("POST", $"key-results/{keyResult}/check-ins", new JsonObject { ["confidence"] = 7, ["value"] = 9, ["note"] = "The new rota" });
        await app.SucceedAsync("PUT", $"issues/{PanelApp.Issue}/answer", PanelApp.Linked(keyResult), PanelApp.Engineer);

        using var response = await app.ProjectPageAsync();
        var page = await PanelApp.ReadPageAsync(response);

        page.QuerySelector(".scope-heading")!.TextContent.ShouldBe("PAY");
        page.QuerySelector("h3")!.TextContent.ShouldBe("O-1 Payments never stop");
        page.QuerySelector(".key-result .progress-number")!.TextContent.ShouldBe("38%");
        page.QuerySelector(".note")!.TextContent.ShouldBe("The new rota");
        page.QuerySelector(".issues summary")!.TextContent.ShouldBe("1 linked issue of KR-1");
        page.DocumentElement.OuterHtml.ShouldNotContain("PAY-12");
        page.QuerySelector("#panel")!.GetAttribute("data-me").ShouldBe(PanelApp.Engineer);
    }

    [Fact]
    public async Task Fifty_Key_Results_Cost_One_Database_Command()
    {
        await using var app = await PanelApp.StartAsync();
        for (var objective = 0; objective < 10; objective++)
        {
            var id = await app.AddObjectiveAsync($"Objective {objective}");
            for (var keyResult = 0; keyResult < 5; keyResult++)
            {
                await app.AddKeyResultAsync(id, $"Key result {keyResult}", "draft");
            }
        }

        using var warm = await app.ProjectPageAsync();
        var commands = await app.CountCommandsAsync(async () =>
        {
            using var response = await app.ProjectPageAsync();
            (await PanelApp.ReadPageAsync(response)).QuerySelectorAll(".key-result").Length.ShouldBe(50);
        });

        commands.ShouldBe(1);
    }

    [Fact]
    public async Task An_Anonymous_Person_Is_Told_To_Log_In_And_Sees_No_Title()
    {
        await using var app = await PanelApp.StartAsync();
        await app.AddKeyResultAsync(await app.AddObjectiveAsync("A secret objective"), "A secret key result");

        using var response = await app.ProjectPageAsync(account: null);
        var page = await PanelApp.ReadPageAsync(response);

        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("Log in to see the key results");
        page.DocumentElement.OuterHtml.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Another_Site_Sees_Nothing_Of_This_One()
    {
        await using var app = await PanelApp.StartAsync();
        await app.AddObjectiveAsync();
        var other = await app.App.InstallAsync();

        using var response = await app.ProjectPageAsync(site: other);

        (await PanelApp.ReadPageAsync(response)).QuerySelector(".empty h2")!.TextContent.ShouldBe("Give this project its goals");
    }

    [Fact]
    public async Task The_Fragment_Of_A_Project_That_The_Page_Does_Not_Show_Needs_The_Right_To_Browse()
    {
        await using var app = await PanelApp.StartAsync();
        await app.AddObjectiveAsync();
        var path = $"projects/{PanelApp.Project}/panel";

        await app.CallAsync("GET", path, account: PanelApp.Viewer).ShouldBeProblemAsync(403, "project.browse_not_allowed");
        using var browsed = await app.CallAsync("GET", path);
        (await PanelApp.ReadPageAsync(browsed)).QuerySelector(".objective").ShouldNotBeNull();

        app.Rights.IsDown = true;
        using var shown = await app.App.SessionAsync(app.Site, HttpMethod.Get, "/api/v1/" + path, account: PanelApp.Viewer, project: (PanelApp.Project, "PAY"));
        var fragment = await PanelApp.ReadPageAsync(shown);
        fragment.QuerySelector(".objective").ShouldNotBeNull();
        fragment.QuerySelectorAll("h1, script, link").ShouldBeEmpty("a fragment is the inside only");
    }
}
