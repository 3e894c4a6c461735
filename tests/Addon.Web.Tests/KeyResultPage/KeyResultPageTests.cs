using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Ui;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.KeyResultPage;

public sealed class KeyResultPageTests
{
    [Fact]
    public async Task The_Page_Shows_Its_Key_Result_Without_More_Than_Two_Database_Commands()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("POST", $"key-results/{keyResult}/check-ins", new JsonObject { ["confidence"] = 7, ["value"] = 9, ["note"] = "The new rota" });

        using var warm = await PageAsync(app, keyResult);
        IHtmlDocument? page = null;
        var commands = await app.CountCommandsAsync(async () =>
        {
            using var response = await PageAsync(app, keyResult);
            page = await PanelApp.ReadPageAsync(response);
        });

        // What the page tells, and which projects the team has; of the latter once for reading and once for writing.
        commands.ShouldBeLessThanOrEqualTo(3);
        page!.QuerySelector("h2")!.TextContent.ShouldBe("KR-1 Reduce P1 incidents");
        page.QuerySelector(".progress-number")!.TextContent.ShouldBe("38%");
        page.QuerySelectorAll("svg.chart").Length.ShouldBe(2);
        page.QuerySelector("#note-1")!.TextContent.ShouldContain("The new rota");
        page.QuerySelector("#sheet")!.GetAttribute("data-me").ShouldBe(PanelApp.Engineer);
    }

    [Fact]
    public async Task An_Unknown_One_A_Broken_Link_And_Another_Site_Are_A_Friendly_404()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync(), "A secret key result");
        var other = await app.App.InstallAsync();

        foreach (var (id, site) in new[] { (Guid.NewGuid().ToString(), app.Site), ("", app.Site), ("KR-1", app.Site), (keyResult.ToString(), other) })
        {
            using var response = await app.App.PageAsync(site, $"/connect/key-result?keyResultId={id}", PanelApp.Engineer);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            var page = Parse(await response.Content.ReadAsStringAsync());
            page.QuerySelector(".empty h2")!.TextContent.ShouldBe("There is no such key result");
            page.DocumentElement.OuterHtml.ShouldNotContain("secret");
        }
    }

    [Fact]
    public async Task Who_Cannot_See_A_Project_Of_The_Team_Is_Told_So_And_Sees_No_Title()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync(), "A secret key result");

        using var response = await PageAsync(app, keyResult, PanelApp.Viewer);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("secret");
        await app.CallAsync("GET", $"key-results/{keyResult}/page", account: PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.read_not_allowed");
        await app.CallAsync("GET", $"key-results/{keyResult}/page/issues", account: PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.read_not_allowed");
        await app.CallAsync("GET", $"key-results/{keyResult}/page/history", account: PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.read_not_allowed");
    }

    [Fact]
    public async Task Anonymous_People_Are_Told_To_Log_In()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync(), "A secret key result");

        using var response = await PageAsync(app, keyResult, account: null);
        var page = await PanelApp.ReadPageAsync(response);

        page.QuerySelector(".empty h2")!.TextContent.ShouldBe("Log in to see this key result");
        page.DocumentElement.OuterHtml.ShouldNotContain("secret");
        await app.CallAsync("GET", $"key-results/{keyResult}/page", account: null).ShouldBeProblemAsync(403, "person.missing");
    }

    [Fact]
    public async Task While_Jira_Is_Down_Nothing_Is_Shown_And_It_Can_Be_Tried_Again()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync(), "A secret key result");
        app.Rights.IsDown = true;

        using var response = await PageAsync(app, keyResult, "somebody-else");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = Parse(await response.Content.ReadAsStringAsync());
        page.QuerySelector("[data-retry]")!.TextContent.ShouldBe("Try again");
        page.DocumentElement.OuterHtml.ShouldNotContain("secret");
        page.QuerySelector("#sheet")!.GetAttribute("data-key-result-id").ShouldBe(keyResult.ToString());
    }

    [Fact]
    public async Task Everybody_With_A_Login_Reads_The_Companys_And_Nobody_Else_Changes_It()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = (Guid)(await app.SucceedAsync("POST", "company/objectives", new JsonObject { ["title"] = "Grow" }))["id"]!;
        var keyResult = await app.AddKeyResultAsync(objective, "Churn");

        using var viewed = await PageAsync(app, keyResult, PanelApp.Viewer);
        using var administered = await PageAsync(app, keyResult, PanelApp.Admin);

        (await PanelApp.ReadPageAsync(viewed)).QuerySelectorAll("[data-check-in], [data-invite], [data-record-value]").ShouldBeEmpty();
        (await PanelApp.ReadPageAsync(administered)).QuerySelectorAll("[data-check-in], [data-invite], [data-record-value]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task The_Fragment_Is_The_Inside_Only_And_Follows_Every_Change()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("POST", $"key-results/{keyResult}/values", new JsonObject { ["value"] = 8 });

        using var response = await app.CallAsync("GET", $"key-results/{keyResult}/page");
        var page = await PanelApp.ReadPageAsync(response);

        page.QuerySelectorAll("h1, script, link, template").ShouldBeEmpty();
        page.QuerySelector(".progress-number")!.TextContent.ShouldBe("50%");
    }

    [Fact]
    public async Task The_History_Tells_Newest_First_And_Goes_On_By_Its_Button()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        for (var value = 1; value <= 20; value++)
        {
            await app.SucceedAsync("POST", $"key-results/{keyResult}/values", new JsonObject { ["value"] = value });
        }

        using var first = await app.CallAsync("GET", $"key-results/{keyResult}/page/history");
        var newest = await PanelApp.ReadPageAsync(first);
        var next = newest.QuerySelector("[data-next]")!.GetAttribute("data-next");
        using var second = await app.CallAsync("GET", $"key-results/{keyResult}/page/history?after={next}");
        var oldest = await PanelApp.ReadPageAsync(second);

        newest.QuerySelectorAll(".stories > li").Length.ShouldBe(20);
        newest.QuerySelector(".stories > li")!.TextContent.ShouldContain("recorded a value");
        newest.QuerySelector(".stories [data-account-id]")!.GetAttribute("data-account-id").ShouldBe(PanelApp.Admin);
        oldest.QuerySelectorAll(".stories > li").Select(l => l.TextContent).Last().ShouldContain("wrote it");
        oldest.QuerySelector("[data-next]").ShouldBeNull();
    }

    [Fact]
    public async Task Linked_Issues_Are_Listed_For_Those_Who_May_See_Them()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("PUT", $"issues/{PanelApp.Issue}/answer", PanelApp.Linked(keyResult), PanelApp.Engineer);

        using var response = await app.CallAsync("GET", $"key-results/{keyResult}/page/issues");

        (await PanelApp.ReadPageAsync(response)).QuerySelector("a")!.TextContent.ShouldBe("PAY-12");
    }

    private static Task<HttpResponseMessage> PageAsync(PanelApp app, Guid keyResult, string? account = PanelApp.Engineer) =>
        app.App.PageAsync(app.Site, $"/connect/key-result?keyResultId={keyResult}", account);

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
