using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Objectives;

public sealed class ObjectiveApiTests
{
    private static readonly string OfProject = $"projects/{PanelApp.Project}/objectives";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Objective_Is_Written_Read_Edited_And_Discarded_By_Its_Entity_Tag()
    {
        await using var app = await PanelApp.StartAsync();
        using var added = await app.CallAsync(
            "POST", OfProject, new JsonObject { ["title"] = " Payments never stop ", ["why"] = "Customers left", ["standaloneReason"] = "Keeps the lights on", ["teamName"] = "PAY" }, PanelApp.Admin);
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        added.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var made = JsonNode.Parse(await added.Content.ReadAsStringAsync(Ct))!;
        var path = $"objectives/{made["id"]}";
        added.Headers.Location!.OriginalString.ShouldBe("/api/v1/" + path);
        made.ToJsonString().ShouldBe(
            $$"""{"id":"{{made["id"]}}","key":"O-1","scopeId":"{{made["scopeId"]}}","cycleId":"{{made["cycleId"]}}","title":"Payments never stop","why":"Customers left","owner":"admin-account","parentObjectiveId":null,"parentKeyResultId":null,"contribution":null,"standaloneReason":"Keeps the lights on","state":"draft","outcome":null,"activatedAt":null,"carriedFromId":null,"version":1}""");

        using var read = await app.CallAsync("GET", path);
        read.Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await read.Content.ReadAsStringAsync(Ct)).ShouldBe(made.ToJsonString());

        var edited = await app.SucceedAsync("PUT", path, new JsonObject { ["title"] = "Payments always work", ["owner"] = PanelApp.Engineer }, version: 1);
        ((string)edited["owner"]!).ShouldBe(PanelApp.Engineer);
        edited["standaloneReason"].ShouldBeNull();
        ((int)edited["version"]!).ShouldBe(2);

        await app.CallAsync("DELETE", path, account: PanelApp.Admin).ShouldBeProblemAsync(428, "request.if_match_missing");
        using var discarded = await app.CallAsync("DELETE", path, account: PanelApp.Admin, version: 2);
        discarded.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await app.CallAsync("GET", path).ShouldBeProblemAsync(404, "objective.not_found");
        (await app.AuditAsync()).Select(a => a.Action).Where(a => a.StartsWith("objective", StringComparison.Ordinal))
            .ShouldBe(["objective.added", "objective.edited", "objective.discarded"]);
    }

    [Fact]
    public async Task Who_Edits_What_Has_Changed_Is_Shown_How_It_Is_Now()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        await app.SucceedAsync("PUT", $"objectives/{objective}", new JsonObject { ["title"] = "Theirs" }, version: 1);

        using var again = await app.CallAsync("PUT", $"objectives/{objective}", new JsonObject { ["title"] = "Mine" }, PanelApp.Admin, version: 1);
        var problem = JsonNode.Parse(await again.Content.ReadAsStringAsync(Ct))!;
        ((string)problem["type"]!).ShouldEndWith("objective.changed_meanwhile");
        ((string)problem["current"]!["title"]!).ShouldBe("Theirs");
        ((int)problem["current"]!["version"]!).ShouldBe(2);
    }

    [Fact]
    public async Task It_Goes_From_Draft_To_Active_To_Closed()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var steps = $"objectives/{objective}/transitions";
        await app.CallAsync("POST", steps, To("active"), PanelApp.Admin).ShouldBeProblemAsync(428, "request.if_match_missing");
        await app.CallAsync("POST", steps, To("paused"), PanelApp.Admin, version: 1).ShouldBeProblemAsync(400, "objective.state_unknown", "to:objective.state_unknown");
        await app.CallAsync("POST", steps, To("active"), PanelApp.Admin, version: 1)
            .ShouldBeProblemAsync(400, "objective.no_activatable_key_result", "keyResults:objective.no_activatable_key_result");
        await app.CallAsync("POST", steps, To("closed", "done"), PanelApp.Admin, version: 1).ShouldBeProblemAsync(409, "objective.illegal_transition");

        var keyResult = await app.AddKeyResultAsync(objective, state: "draft");
        var active = await app.SucceedAsync("POST", steps, To("active"), version: 1);
        ((string)active["state"]!).ShouldBe("active");
        active["activatedAt"].ShouldNotBeNull();

        await app.MoveAsync(keyResult, "active", 1);
        await app.CallAsync("POST", steps, To("closed", "done"), PanelApp.Admin, version: 2).ShouldBeProblemAsync(409, "objective.key_results_open");
        await app.MoveAsync(keyResult, "missed", 2);
        await app.CallAsync("POST", steps, To("closed"), PanelApp.Admin, version: 2).ShouldBeProblemAsync(400, "objective.outcome_missing", "outcome:objective.outcome_missing");
        await app.CallAsync("POST", steps, To("closed", "won"), PanelApp.Admin, version: 2).ShouldBeProblemAsync(400, "objective.outcome_unknown", "outcome:objective.outcome_unknown");
        ((string)(await app.SucceedAsync("POST", steps, To("closed", "partly"), version: 2))["outcome"]!).ShouldBe("partly");
        await app.CallAsync("PUT", $"objectives/{objective}", new JsonObject { ["title"] = "Again" }, PanelApp.Admin, version: 3).ShouldBeProblemAsync(409, "objective.closed");
    }

    [Fact]
    public async Task Lists_Come_In_Parts_And_Without_A_Scope_Hold_What_Everybody_May_Read()
    {
        await using var app = await PanelApp.StartAsync();
        var company = await app.SucceedAsync("POST", "company/objectives", new JsonObject { ["title"] = "Grow" });
        var mine = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            mine.Add((await app.AddObjectiveAsync($"Objective {i}")).ToString());
        }

        var scope = (string)(await app.SucceedAsync("GET", $"objectives/{mine[0]}", account: PanelApp.Engineer))["scopeId"]!;
        var first = await app.SucceedAsync("GET", $"objectives?scopeId={scope}&limit=3", account: PanelApp.Engineer);
        var second = await app.SucceedAsync("GET", $"objectives?scopeId={scope}&limit=3&after={first["next"]}&cycleId={company["cycleId"]}", account: PanelApp.Engineer);

        Ids(first).Concat(Ids(second)).ShouldBe(mine);
        second["next"].ShouldBeNull();
        Ids(await app.SucceedAsync("GET", "objectives", account: PanelApp.Viewer)).ShouldBe([(string)company["id"]!]);
        Ids(await app.SucceedAsync("GET", $"objectives?scopeId={scope}&cycleId={Guid.NewGuid()}", account: PanelApp.Engineer)).ShouldBeEmpty();
        await app.CallAsync("GET", $"objectives?scopeId={scope}&after=x").ShouldBeProblemAsync(400, "request.cursor_unknown");
        await app.CallAsync("GET", $"objectives?scopeId={scope}", account: PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.read_not_allowed");
        await app.CallAsync("GET", $"objectives/{mine[0]}", account: PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.read_not_allowed");
        await app.CallAsync("GET", $"objectives?scopeId={Guid.NewGuid()}").ShouldBeProblemAsync(404, "scope.not_found");

        static IEnumerable<string> Ids(JsonNode page) => page["items"]!.AsArray().Select(o => (string)o!["id"]!);
    }

    [Theory]
    [InlineData(PanelApp.Engineer, 403, "okr.edit_not_allowed")]
    [InlineData(PanelApp.Viewer, 403, "okr.edit_not_allowed")]
    [InlineData(null, 403, "person.missing")]
    public async Task Who_May_Not_Write_Is_Refused_Whatever_They_Send(string? account, int status, string code)
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var scope = (string)(await app.SucceedAsync("GET", $"objectives/{objective}", account: PanelApp.Engineer))["scopeId"]!;

        await app.CallAsync("POST", OfProject, new JsonObject(), account).ShouldBeProblemAsync(status, code);
        await app.CallAsync("POST", $"scopes/{scope}/objectives", new JsonObject(), account).ShouldBeProblemAsync(status, code);
        await app.CallAsync("PUT", $"objectives/{objective}", new JsonObject(), account, version: 1).ShouldBeProblemAsync(status, code);
        await app.CallAsync("POST", $"objectives/{objective}/transitions", To("active"), account, version: 1).ShouldBeProblemAsync(status, code);
        await app.CallAsync("DELETE", $"objectives/{objective}", null, account, version: 1).ShouldBeProblemAsync(status, code);
    }

    [Fact]
    public async Task What_Belongs_To_Another_Site_Is_Not_Found()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var scope = (string)(await app.SucceedAsync("GET", $"objectives/{objective}", account: PanelApp.Engineer))["scopeId"]!;
        var other = await app.App.InstallAsync();

        await app.CallAsync("GET", $"objectives/{objective}", null, PanelApp.Admin, other).ShouldBeProblemAsync(404, "objective.not_found");
        await app.CallAsync("GET", $"objectives?scopeId={scope}", null, PanelApp.Admin, other).ShouldBeProblemAsync(404, "scope.not_found");
        await app.CallAsync("POST", $"scopes/{scope}/objectives", new JsonObject(), PanelApp.Admin, other).ShouldBeProblemAsync(404, "scope.not_found");
        await app.CallAsync("PUT", $"objectives/{objective}", new JsonObject(), PanelApp.Admin, other, 1).ShouldBeProblemAsync(404, "objective.not_found");
        await app.CallAsync("DELETE", $"objectives/{objective}", null, PanelApp.Admin, other, 1).ShouldBeProblemAsync(404, "objective.not_found");
        await app.CallAsync("POST", $"objectives/{objective}/transitions", To("active"), PanelApp.Admin, other, 1).ShouldBeProblemAsync(404, "objective.not_found");
    }

    [Fact]
    public async Task Without_An_Audit_Row_Nothing_Moves()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        await app.AddKeyResultAsync(objective, state: "draft");
        app.BreakAudit();

        await app.CallAsync("POST", $"objectives/{objective}/transitions", To("active"), PanelApp.Admin, version: 1).ShouldBeProblemAsync(500, "internal");

        ((string)(await app.SucceedAsync("GET", $"objectives/{objective}", account: PanelApp.Engineer))["state"]!).ShouldBe("draft");
    }

    private static JsonObject To(string state, string? outcome = null) => new() { ["to"] = state, ["outcome"] = outcome };
}
