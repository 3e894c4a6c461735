using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Scopes;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Cycles;

public sealed class CycleApiTests
{
    [Fact]
    public async Task Cycles_Are_Planned_By_Jira_Admins_And_Read_By_Everybody()
    {
        await using var app = await PanelApp.StartAsync();
        await app.CallAsync("POST", "cycles", Body("2027 Q1", "2027-01-01", "2027-03-31")).ShouldBeProblemAsync(403, "okr.settings_not_allowed");

        var cycle = await app.SucceedAsync("POST", "cycles", Body("2027 Q1", "2027-01-01", "2027-03-31"));

        ((string)cycle["state"]!).ShouldBe("planned");
        await app.CallAsync("POST", "cycles", Body("2027 Q1", "2027-04-01", "2027-06-30"), PanelApp.Admin).ShouldBeProblemAsync(400, "cycle.name_taken", "name:cycle.name_taken");
        await app.CallAsync("POST", "cycles", Body("Short", "2027-01-01", "2027-01-13"), PanelApp.Admin).ShouldBeProblemAsync(400, "cycle.too_short", "end:cycle.too_short");
        (await app.SucceedAsync("GET", "cycles", account: PanelApp.Viewer))["items"]!.AsArray().Count.ShouldBe(1);
        (await app.SucceedAsync("GET", $"cycles/{cycle["id"]}", account: PanelApp.Viewer))["name"]!.GetValue<string>().ShouldBe("2027 Q1");
        (await app.AuditAsync()).Select(a => a.Action).ShouldBe(["cycle.added"]);
    }

    [Fact]
    public async Task Active_Cycles_Of_A_Kind_Do_Not_Overlap()
    {
        await using var app = await PanelApp.StartAsync();
        var first = await PlanAsync(app, "A", "2027-01-01", "2027-03-31");
        var second = await PlanAsync(app, "B", "2027-03-31", "2027-06-30");
        var year = (string)(await app.SucceedAsync("POST", "cycles", Body("2027", "2027-01-01", "2027-12-31", "year")))["id"]!;
        await MoveAsync(app, first, "active");

        await app.CallAsync("POST", $"cycles/{second}/transitions", To("active"), PanelApp.Admin).ShouldBeProblemAsync(409, "cycle.overlaps");
        await MoveAsync(app, year, "active");
        using var moved = await app.EditAsync($"cycles/{second}", 1, Body("B", "2027-04-01", "2027-06-30"), PanelApp.Admin);
        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        await MoveAsync(app, second, "active");
        await app.EditAsync($"cycles/{second}", 3, Body("B", "2027-03-01", "2027-06-30"), PanelApp.Admin).ShouldBeProblemAsync(409, "cycle.overlaps");
    }

    [Fact]
    public async Task The_Days_Are_Fixed_Once_An_Objective_Is_Active_But_The_Name_Is_Not()
    {
        await using var app = await PanelApp.StartAsync();
        var (id, cycle) = await StartedAsync(app);
        var (start, end) = ((string)cycle["start"]!, (string)cycle["end"]!);
        await ScopeApiTests.ActivateObjectivesAsync(app);

        await app.EditAsync($"cycles/{id}", 1, Body("Q", start, end[..8] + "20"), PanelApp.Admin).ShouldBeProblemAsync(400, "cycle.dates_fixed", "end:cycle.dates_fixed");
        await app.EditAsync($"cycles/{id}", 1, Body("Q", start, end, "year"), PanelApp.Admin).ShouldBeProblemAsync(400, "cycle.dates_fixed", "kind:cycle.dates_fixed");
        using var renamed = await app.EditAsync($"cycles/{id}", 1, Body("Autumn", start, end), PanelApp.Admin);
        renamed.StatusCode.ShouldBe(HttpStatusCode.OK);
        await app.EditAsync($"cycles/{id}", 1, Body("Winter", start, end), PanelApp.Admin).ShouldBeProblemAsync(409, "cycle.changed_meanwhile");
    }

    [Theory]
    [InlineData("planned", "closing", "closed", "reopen")]
    [InlineData("active", "active", "closed", "reopen")]
    [InlineData("closing", "active", "closing", "reopen")]
    [InlineData("closed", "active", "closing", "closed")]
    public async Task What_Does_Not_Follow_Is_Refused(string state, params string[] moves)
    {
        await using var app = await PanelApp.StartAsync();
        var id = await PlanAsync(app, "A", "2027-01-01", "2027-03-31");
        foreach (var step in (string[])["active", "closing", "closed"])
        {
            if (await StateAsync(app, id) != state)
            {
                await MoveAsync(app, id, step);
            }
        }

        foreach (var move in moves)
        {
            await app.CallAsync("POST", $"cycles/{id}/transitions", To(move), PanelApp.Admin).ShouldBeProblemAsync(409, "cycle.illegal_transition");
        }

        (await StateAsync(app, id)).ShouldBe(state);
        await app.CallAsync("POST", $"cycles/{id}/transitions", To("paused"), PanelApp.Admin).ShouldBeProblemAsync(400, "cycle.transition_unknown", "to:cycle.transition_unknown");
        await app.CallAsync("POST", $"cycles/{id}/transitions", To("active")).ShouldBeProblemAsync(403, "okr.settings_not_allowed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_Cycle_With_Open_Key_Results_Does_Not_Close(int state)
    {
        await using var app = await PanelApp.StartAsync();
        var (id, _) = await StartedAsync(app);
        await AddKeyResultAsync(app, state);
        await MoveAsync(app, id, "closing");

        await app.CallAsync("POST", $"cycles/{id}/transitions", To("closed"), PanelApp.Admin).ShouldBeProblemAsync(409, "cycle.key_results_open");

        (await StateAsync(app, id)).ShouldBe("closing");
        (await app.SucceedAsync("GET", $"cycles/{id}/snapshots"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Closing_Takes_A_Snapshot_That_Later_Changes_Do_Not_Touch()
    {
        await using var app = await PanelApp.StartAsync();
        var (id, _) = await StartedAsync(app);
        await AddKeyResultAsync(app, 3, current: 6);
        await MoveAsync(app, id, "closing");
        await MoveAsync(app, id, "closed");

        var listed = (await app.SucceedAsync("GET", $"cycles/{id}/snapshots"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)listed["keyResults"]!).ShouldBe(1);
        ((string)listed["takenBy"]!).ShouldBe(PanelApp.Admin);
        var first = await app.SucceedAsync("GET", $"cycles/{id}/snapshots/{listed["id"]}");
        var keyResult = first["document"]!["objectives"]![0]!["keyResults"]![0]!;
        ((decimal)keyResult["finalScore"]!).ShouldBe(0.75m);
        ((string)keyResult["state"]!).ShouldBe("Missed");
        ((bool)first["isIntact"]!).ShouldBeTrue();

        await app.ExecuteAsync("UPDATE key_result SET title = 'Something else'");
        await MoveAsync(app, id, "reopen");
        (await StateAsync(app, id)).ShouldBe("closing");
        await MoveAsync(app, id, "closed");

        (await app.SucceedAsync("GET", $"cycles/{id}/snapshots"))["items"]!.AsArray().Count.ShouldBe(2);
        (await app.SucceedAsync("GET", $"cycles/{id}/snapshots/{listed["id"]}")).ToJsonString().ShouldBe(first.ToJsonString());
        (await app.AuditAsync()).Select(a => a.Action).Where(a => a.StartsWith("cycle.", StringComparison.Ordinal))
            .ShouldBe(["cycle.added", "cycle.closing_started", "cycle.closed", "cycle.reopened", "cycle.closed"]);
        await app.ExecuteAsync("UPDATE cycle_snapshot SET document = REPLACE(document, '0.75', '0.95')");
        ((bool)(await app.SucceedAsync("GET", $"cycles/{id}/snapshots/{listed["id"]}"))["isIntact"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task The_Owner_Of_The_Company_May_Reopen_Too()
    {
        await using var app = await PanelApp.StartAsync();
        var id = await PlanAsync(app, "A", "2027-01-01", "2027-03-31");
        foreach (var move in (string[])["active", "closing", "closed"])
        {
            await MoveAsync(app, id, move);
        }

        await app.CallAsync("POST", $"cycles/{id}/transitions", To("reopen")).ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.SucceedAsync("POST", "scopes", new JsonObject { ["kind"] = "company", ["name"] = "Acme", ["owner"] = PanelApp.Engineer });
        await app.SucceedAsync("POST", $"cycles/{id}/transitions", To("reopen"), PanelApp.Engineer);
        await app.CallAsync("POST", $"cycles/{id}/transitions", To("closed")).ShouldBeProblemAsync(403, "okr.settings_not_allowed");
    }

    [Fact]
    public async Task Unfinished_Work_Is_Carried_Forward_Once_And_As_Drafts()
    {
        await using var app = await PanelApp.StartAsync();
        var (id, _) = await StartedAsync(app);
        await AddKeyResultAsync(app, 1, current: 9);
        var next = await PlanAsync(app, "Next", "2030-01-01", "2030-03-31");
        var body = new JsonObject { ["targetCycleId"] = next };
        await app.CallAsync("POST", $"cycles/{id}/carry-forward", body.DeepClone()).ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("POST", $"cycles/{id}/carry-forward", new JsonObject(), PanelApp.Admin).ShouldBeProblemAsync(400, "cycle.target_not_found", "targetCycleId:cycle.target_not_found");
        await app.CallAsync("POST", $"cycles/{next}/carry-forward", new JsonObject { ["targetCycleId"] = id }, PanelApp.Admin)
            .ShouldBeProblemAsync(400, "cycle.target_not_later", "targetCycleId:cycle.target_not_later");
        var strange = new JsonObject { ["targetCycleId"] = next, ["objectiveIds"] = new JsonArray(Guid.NewGuid().ToString()) };
        await app.CallAsync("POST", $"cycles/{id}/carry-forward", strange, PanelApp.Admin).ShouldBeProblemAsync(400, "cycle.objective_not_found", "objectiveIds:cycle.objective_not_found");

        var carried = await app.SucceedAsync("POST", $"cycles/{id}/carry-forward", body.DeepClone());
        var again = await app.SucceedAsync("POST", $"cycles/{id}/carry-forward", body.DeepClone());

        carried["objectives"]!.AsArray().Select(o => (string)o!["key"]!).ShouldBe(["O-2"]);
        ((int)carried["keyResults"]!).ShouldBe(1);
        (again["objectives"]!.AsArray().Count, (int)again["skipped"]!).ShouldBe((0, 1));
        (await app.AuditAsync()).Select(a => a.Action).TakeLast(3).ShouldBe(
            ["cycle.carried_forward", "objective.carried_forward", "key_result.carried_forward"], ignoreOrder: true);
    }

    [Fact]
    public async Task Cycles_Of_Another_Site_Do_Not_Exist()
    {
        await using var app = await PanelApp.StartAsync();
        var id = await PlanAsync(app, "A", "2027-01-01", "2027-03-31");
        var other = await app.App.InstallAsync();

        await app.CallAsync("GET", $"cycles/{id}", site: other).ShouldBeProblemAsync(404, "cycle.not_found");
        await app.CallAsync("POST", $"cycles/{id}/transitions", To("active"), PanelApp.Admin, other).ShouldBeProblemAsync(404, "cycle.not_found");
        await app.CallAsync("GET", $"cycles/{id}/snapshots", account: PanelApp.Admin, site: other).ShouldBeProblemAsync(404, "cycle.not_found");
        await app.CallAsync("POST", $"cycles/{id}/carry-forward", new JsonObject(), PanelApp.Admin, other).ShouldBeProblemAsync(404, "cycle.not_found");
    }

    private static JsonObject Body(string name, string start, string end, string kind = "quarter") =>
        new() { ["name"] = name, ["kind"] = kind, ["start"] = start, ["end"] = end };

    private static JsonObject To(string to) => new() { ["to"] = to };

    private static async Task<string> PlanAsync(PanelApp app, string name, string start, string end) =>
        (string)(await app.SucceedAsync("POST", "cycles", Body(name, start, end)))["id"]!;

    private static Task<JsonNode> MoveAsync(PanelApp app, string id, string to) => app.SucceedAsync("POST", $"cycles/{id}/transitions", To(to));

    private static async Task<string> StateAsync(PanelApp app, string id) => (string)(await app.SucceedAsync("GET", $"cycles/{id}"))["state"]!;

    private static async Task<(string Id, JsonNode Cycle)> StartedAsync(PanelApp app)
    {
        var id = (string)(await ScopeApiTests.FirstRunAsync(app))["cycleId"]!;
        return (id, await app.SucceedAsync("GET", $"cycles/{id}"));
    }

    /// <summary>A key result in any state, as its own use cases would have left it.</summary>
    private static Task AddKeyResultAsync(PanelApp app, int state, int? current = null) => app.ExecuteAsync($$"""
        INSERT INTO key_result (tenant_id, id, number, objective_id, title, direction, from_value, to_value, unit, per, owner, state, recent_json, value_count, version,
                                created_at, created_by, updated_at, updated_by)
        SELECT o.tenant_id, '{{Guid.CreateVersion7()}}', 1000, o.id, 'P1 incidents', 1, '12', '4', 'incidents', 3, 'a', {{state}},
               '{{(current is null ? "[]" : $$"""[{"at":"2026-11-01T00:00:00Z","value":"{{current}}"}]""")}}', 1, 1, o.created_at, 'a', o.created_at, 'a'
        FROM objective o;
        """);
}
