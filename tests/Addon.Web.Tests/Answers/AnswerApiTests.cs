using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Answers;

public sealed class AnswerApiTests
{
    private const string Answer = "issues/10012/answer";

    [Fact]
    public async Task An_Answer_Is_Set_Changed_And_Cleared_And_Each_Change_Is_Audited()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());

        (await app.SucceedAsync("PUT", Answer, PanelApp.Linked(keyResult), PanelApp.Engineer)).ToJsonString()
            .ShouldBe($$"""{"answer":"linked","keyResultIds":["{{keyResult}}"]}""");
        (await app.SucceedAsync("PUT", Answer, NotKr("maintenance"), PanelApp.Engineer)).ToJsonString()
            .ShouldBe("""{"answer":"notKrWork","reason":"maintenance"}""");
        (await app.SucceedAsync("PUT", Answer, NotKr("maintenance"), PanelApp.Engineer)).ToJsonString()
            .ShouldBe("""{"answer":"notKrWork","reason":"maintenance"}""", "the same again changes nothing");
        (await app.SucceedAsync("PUT", Answer, NotKr("other", "Moving desks today"), PanelApp.Engineer)).ToJsonString()
            .ShouldBe("""{"answer":"notKrWork","reason":"other","note":"Moving desks today"}""");
        (await app.SucceedAsync("DELETE", Answer, null, PanelApp.Engineer)).ToJsonString().ShouldBe("""{"answer":"unanswered"}""");

        (await app.AuditAsync()).Where(e => e.EntityId == "10012").Select(e => $"{e.Actor} {e.Action}").ShouldBe(
            [$"{PanelApp.Engineer} answer.set", $"{PanelApp.Engineer} answer.set", $"{PanelApp.Engineer} answer.set", $"{PanelApp.Engineer} answer.cleared"]);
    }

    [Fact]
    public async Task The_Right_Person_Is_Asked_For_The_Right_Issue()
    {
        await using var app = await PanelApp.StartAsync();

        await app.SucceedAsync("PUT", Answer, NotKr("incident"), PanelApp.Engineer);

        app.Rights.Asked.ShouldBe([(PanelApp.Engineer, "EDIT_ISSUES", PanelApp.Issue)]);
    }

    [Fact]
    public async Task Who_May_Not_Edit_The_Issue_Is_Refused_And_Nothing_Is_Kept()
    {
        await using var app = await PanelApp.StartAsync();

        await app.CallAsync("PUT", Answer, NotKr("incident"), PanelApp.Viewer).ShouldBeProblemAsync(403, "answer.edit_not_allowed");
        await app.CallAsync("DELETE", Answer, null, PanelApp.Viewer).ShouldBeProblemAsync(403, "answer.edit_not_allowed");

        (await app.AuditAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_An_Audit_Row_There_Is_No_Answer()
    {
        await using var app = await PanelApp.StartAsync();
        app.BreakAudit();

        await app.CallAsync("PUT", Answer, NotKr("incident")).ShouldBeProblemAsync(500, "internal");

        using var response = await app.IssuePageAsync();
        (await PanelApp.ReadPageAsync(response)).QuerySelector("[data-answer]")!.GetAttribute("data-answer").ShouldBe("unanswered");
    }

    [Fact]
    public async Task A_Key_Result_Of_Another_Site_Or_Another_Team_Is_Unknown()
    {
        await using var app = await PanelApp.StartAsync();
        var mine = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        app.Rights.Grant(PanelApp.Admin, "ADMINISTER_PROJECTS", PanelApp.OtherProject);
        var otherObjective = (Guid)(await app.SucceedAsync("POST", $"projects/{PanelApp.OtherProject}/objectives", new JsonObject { ["title"] = "Theirs" }))["id"]!;
        var otherTeams = await app.AddKeyResultAsync(otherObjective);
        var otherSite = await app.App.InstallAsync();

        await app.CallAsync("PUT", Answer, PanelApp.Linked(otherTeams))
            .ShouldBeProblemAsync(400, "answer.key_result_not_found", "keyResultIds:answer.key_result_not_found");
        await app.CallAsync("PUT", Answer, PanelApp.Linked(mine), site: otherSite)
            .ShouldBeProblemAsync(400, "answer.key_result_not_found", "keyResultIds:answer.key_result_not_found");
    }

    [Fact]
    public async Task A_Draft_Cannot_Be_Linked()
    {
        await using var app = await PanelApp.StartAsync();
        var draft = await app.AddKeyResultAsync(await app.AddObjectiveAsync(), state: "draft");

        await app.CallAsync("PUT", Answer, PanelApp.Linked(draft))
            .ShouldBeProblemAsync(400, "answer.key_result_not_active", "keyResultIds:answer.key_result_not_active");
    }

    [Fact]
    public async Task Invalid_Answers_Are_Refused_At_Their_Field()
    {
        (string, string, string)[] cases =
        [
            ("""{"answer":"linked","keyResultIds":[]}""", "answer.key_results_missing", "keyResultIds:answer.key_results_missing"),
            ("""{"answer":"linked"}""", "answer.key_results_missing", "keyResultIds:answer.key_results_missing"),
            ("""{"answer":"notKrWork","reason":"other","note":"short"}""", "answer.note_missing", "note:answer.note_missing"),
            ("""{"answer":"notKrWork","reason":"Maintenance"}""", "answer.reason_unknown", "reason:answer.reason_unknown"),
            ("""{"answer":"notKrWork","reason":"0"}""", "answer.reason_unknown", "reason:answer.reason_unknown"),
            ("""{"answer":"notKrWork"}""", "answer.reason_unknown", "reason:answer.reason_unknown"),
            ("""{"answer":"unanswered"}""", "answer.kind_unknown", "answer:answer.kind_unknown"),
            ("{}", "answer.kind_unknown", "answer:answer.kind_unknown"),
        ];
        await using var app = await PanelApp.StartAsync();

        foreach (var (body, code, field) in cases)
        {
            await app.CallAsync("PUT", Answer, JsonNode.Parse(body)).ShouldBeProblemAsync(400, code, field);
        }
    }

    [Fact]
    public async Task A_Body_That_Cannot_Be_Read_Is_Refused_With_A_Code()
    {
        string[] cases =
        [
            """{"answer":""",
            "",
            "null",
            "[]",
            """{"answer":5}""",
            """{"answer":"linked","keyResultIds":["not-a-guid"]}""",
            """{"answer":"linked","keyResultIds":[null]}""",
        ];
        await using var app = await PanelApp.StartAsync();

        foreach (var body in cases)
        {
            await SendRawAsync(app, body, "application/json").ShouldBeProblemAsync(400, "request.malformed");
        }
    }

    [Fact]
    public async Task A_Body_That_Is_No_Json_Or_Too_Large_Or_Too_Deep_Is_Refused_With_A_Code()
    {
        await using var app = await PanelApp.StartAsync();

        await SendRawAsync(app, "{}", "text/plain").ShouldBeProblemAsync(415, "request.not_json");
        await SendRawAsync(app, $$"""{"answer":"linked","note":"{{new string('x', 70_000)}}"}""", "application/json").ShouldBeProblemAsync(413, "request.too_large");
        await SendRawAsync(app, $$"""{"answer":{{new string('[', 500)}}""", "application/json").ShouldBeProblemAsync(400, "request.malformed");
    }

    [Fact]
    public async Task An_Anonymous_Caller_Is_Refused_Everywhere()
    {
        await using var app = await PanelApp.StartAsync();

        foreach (var (method, path) in new[] { ("GET", "panel"), ("GET", "permissions"), ("POST", "snapshot"), ("DELETE", "answer") })
        {
            await app.CallAsync(method, $"issues/10012/{path}", account: null).ShouldBeProblemAsync(403, "person.missing");
        }

        await app.CallAsync("PUT", Answer, NotKr("incident"), account: null).ShouldBeProblemAsync(403, "person.missing");
        app.Rights.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PanelApp.Engineer, """{"canEdit":true}""")]
    [InlineData(PanelApp.Viewer, """{"canEdit":false}""")]
    public async Task Permissions_Are_Jiras(string account, string answer)
    {
        await using var app = await PanelApp.StartAsync();

        (await app.SucceedAsync("GET", "issues/10012/permissions", null, account)).ToJsonString().ShouldBe(answer);
        app.Rights.Asked.ShouldBe([(account, "EDIT_ISSUES", PanelApp.Issue)]);
    }

    [Fact]
    public async Task While_Jira_Is_Down_Nothing_Is_Granted_And_The_Shown_Issue_Is_Still_Read()
    {
        await using var app = await PanelApp.StartAsync();
        app.Rights.IsDown = true;

        await app.CallAsync("GET", "issues/10012/permissions").ShouldBeProblemAsync(503, "jira.unavailable");
        await app.CallAsync("PUT", Answer, NotKr("incident")).ShouldBeProblemAsync(503, "jira.unavailable");
        using var shown = await app.App.SessionAsync(
            app.Site, HttpMethod.Get, "/api/v1/issues/10012/panel", account: PanelApp.Engineer, issue: (PanelApp.Issue, "PAY-12"), project: (PanelApp.Project, "PAY"));
        (await PanelApp.ReadPageAsync(shown)).QuerySelector("[data-answer]").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_Panel_Of_An_Issue_That_The_Page_Does_Not_Show_Needs_The_Right_To_Browse()
    {
        await using var app = await PanelApp.StartAsync();

        await app.CallAsync("GET", "issues/10012/panel", account: PanelApp.Admin).ShouldBeProblemAsync(403, "issue.browse_not_allowed");
        await app.CallAsync("POST", "issues/10012/snapshot", account: PanelApp.Admin).ShouldBeProblemAsync(403, "issue.browse_not_allowed");
        using var allowed = await app.CallAsync("GET", "issues/10012/panel?issueKey=PAY-12", account: PanelApp.Viewer);
        var fragment = await PanelApp.ReadPageAsync(allowed);

        fragment.QuerySelector("[data-answer]").ShouldNotBeNull();
        fragment.QuerySelectorAll("h1, script, link").ShouldBeEmpty("a fragment is the inside only");
        app.Rights.Asked[^1].ShouldBe((PanelApp.Viewer, "BROWSE_PROJECTS", PanelApp.Issue));
    }

    [Fact]
    public async Task An_Issue_That_Jira_Does_Not_Know_Is_Not_Found()
    {
        await using var app = await PanelApp.StartAsync();
        app.App.Jira.OnStatus("GET", "/rest/api/3/issue/77", 404);
        app.Rights.Grant(PanelApp.Engineer, "EDIT_ISSUES", 77).Grant(PanelApp.Engineer, "BROWSE_PROJECTS", 77);

        await app.CallAsync("PUT", "issues/77/answer", NotKr("incident")).ShouldBeProblemAsync(404, "issue.not_found");
        await app.CallAsync("POST", "issues/77/snapshot").ShouldBeProblemAsync(404, "issue.not_found");
    }

    [Fact]
    public async Task An_Id_That_Is_No_Number_Is_Refused_With_A_Code()
    {
        await using var app = await PanelApp.StartAsync();

        await app.CallAsync("GET", "issues/PAY-12/permissions").ShouldBeProblemAsync(400, "request.malformed");
    }

    private static JsonObject NotKr(string reason, string? note = null) => new() { ["answer"] = "notKrWork", ["reason"] = reason, ["note"] = note };

    private static Task<HttpResponseMessage> SendRawAsync(PanelApp app, string body, string mediaType) => app.App.SendAsync(
        HttpMethod.Put,
        "/api/v1/" + Answer,
        ConnectTokens.Context(app.Site.ClientKey, app.Site.Secret, PanelApp.Engineer, app.App.Clock.GetUtcNow()),
        new StringContent(body, Encoding.UTF8, mediaType));
}
