using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.KeyResults;

public sealed class OkrApiTests
{
    private static readonly string Objectives = $"projects/{PanelApp.Project}/objectives";

    [Fact]
    public async Task An_Admin_Writes_Objectives_Key_Results_And_Values_And_Each_Is_Audited()
    {
        await using var app = await PanelApp.StartAsync();

        using var added = await app.CallAsync("POST", Objectives, new JsonObject { ["title"] = " Payments never stop ", ["teamName"] = "PAY" }, PanelApp.Admin);
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        var objective = JsonNode.Parse(await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)objective["key"]!, (string)objective["title"]!, (int)objective["version"]!).ShouldBe(("O-1", "Payments never stop", 1));

        var edited = await app.SucceedAsync("PUT", $"objectives/{objective["id"]}", new JsonObject { ["title"] = "Payments always work" }, version: 1);
        ((int)edited["version"]!).ShouldBe(2);

        using var madeResponse = await app.CallAsync("POST", $"objectives/{objective["id"]}/key-results", PanelApp.KeyResult(), PanelApp.Admin);
        madeResponse.StatusCode.ShouldBe(HttpStatusCode.Created);
        var keyResult = JsonNode.Parse(await madeResponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string)keyResult["key"]!).ShouldBe("KR-1");
        ((string)keyResult["direction"]!).ShouldBe("decrease");
        keyResult["progress"].ShouldBeNull();

        ((string)keyResult["state"]!).ShouldBe("draft");

        await app.NamePeopleAsync((Guid)objective["id"]!);
        await app.MoveAsync((Guid)keyResult["id"]!, "active", 1);
        using var recorded = await app.CallAsync("POST", $"key-results/{keyResult["id"]}/values", new JsonObject { ["value"] = 9, ["note"] = "The new rota" }, PanelApp.Admin);
        recorded.StatusCode.ShouldBe(HttpStatusCode.Created);
        ((decimal)JsonNode.Parse(await recorded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["value"]!).ShouldBe(9);

        var changed = await app.SucceedAsync("PUT", $"key-results/{keyResult["id"]}", PanelApp.KeyResult("Reduce P1 and P2 incidents"), version: 2);
        ((decimal)changed["current"]!).ShouldBe(9);
        ((decimal)changed["progress"]!).ShouldBe(0.375m);

        (await app.AuditAsync()).Select(e => $"{e.Actor} {e.Action}").ShouldBe(
        [
            "admin-account scope.added", "admin-account scope.project_mapped", "admin-account cycle.added",
            "admin-account objective.added", "admin-account objective.edited", "admin-account key_result.added",
            "admin-account objective.activated", "admin-account key_result.activated", "admin-account key_result.value_recorded", "admin-account key_result.edited",
        ]);
    }

    [Fact]
    public async Task Company_Objectives_Are_Written_By_Jira_Admins_And_Served_By_Teams()
    {
        await using var app = await PanelApp.StartAsync();
        app.Rights.Grant(PanelApp.Engineer, "ADMINISTER_PROJECTS", PanelApp.Project);
        var body = new JsonObject { ["title"] = "Run a service people trust" };

        await app.CallAsync("POST", "company/objectives", body.DeepClone()).ShouldBeProblemAsync(403, "okr.company_edit_not_allowed");
        var company = (string)(await app.SucceedAsync("POST", "company/objectives", body))["id"]!;
        await app.CallAsync("POST", $"objectives/{company}/key-results", PanelApp.KeyResult()).ShouldBeProblemAsync(403, "okr.company_edit_not_allowed");
        var above = await app.AddKeyResultAsync(Guid.Parse(company), "Raise availability");
        var team = await app.SucceedAsync(
            "POST",
            Objectives,
            new JsonObject { ["title"] = "Payments never stop", ["parentKeyResultId"] = above.ToString(), ["contribution"] = "Fewer incidents" },
            PanelApp.Engineer);

        ((string)team["parentKeyResultId"]!).ShouldBe(above.ToString());
        team["parentObjectiveId"].ShouldBeNull();
    }

    [Fact]
    public async Task A_Refused_First_Objective_Leaves_No_Team_Behind()
    {
        await using var app = await PanelApp.StartAsync();
        app.Rights.Grant(PanelApp.Admin, "ADMINISTER_PROJECTS", PanelApp.OtherProject);
        var peer = await app.AddObjectiveAsync(project: PanelApp.OtherProject);
        var audited = (await app.AuditAsync()).Count;

        await app.CallAsync("POST", Objectives, Child("parentObjectiveId", Guid.NewGuid()), PanelApp.Admin)
            .ShouldBeProblemAsync(400, "objective.parent_not_found", "parentObjectiveId:objective.parent_not_found");
        await app.CallAsync("POST", Objectives, Child("parentKeyResultId", Guid.NewGuid()), PanelApp.Admin)
            .ShouldBeProblemAsync(400, "objective.parent_not_found", "parentKeyResultId:objective.parent_not_found");
        await app.CallAsync("POST", Objectives, Child("parentObjectiveId", peer), PanelApp.Admin)
            .ShouldBeProblemAsync(400, "objective.parent_not_higher", "parentObjectiveId:objective.parent_not_higher");

        (await app.AuditAsync()).Count.ShouldBe(audited);
        (await app.ScopesAsync()).ShouldBe(["PAY"], "that of the other project");
        await app.SucceedAsync("POST", Objectives, new JsonObject { ["title"] = "Fine", ["teamName"] = "Right" });
        (await app.ScopesAsync()).ShouldBe(["PAY", "Right"]);

        static JsonObject Child(string parent, Guid id) => new() { ["title"] = "Fine", ["teamName"] = "Wrong", [parent] = id.ToString() };
    }

    [Fact]
    public async Task Who_Neither_Owns_Nor_Administers_Is_Refused_Everywhere()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var keyResult = await app.AddKeyResultAsync(objective);
        var edit = PanelApp.KeyResult();

        await app.CallAsync("POST", Objectives, new JsonObject { ["title"] = "Mine" }, PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.edit_not_allowed");
        await app.CallAsync("PUT", $"objectives/{objective}", new JsonObject { ["title"] = "Mine" }, PanelApp.Viewer, version: 1).ShouldBeProblemAsync(403, "okr.edit_not_allowed");
        await app.CallAsync("POST", $"objectives/{objective}/key-results", PanelApp.KeyResult(), PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.edit_not_allowed");
        await app.CallAsync("PUT", $"key-results/{keyResult}", edit, PanelApp.Viewer, version: 2).ShouldBeProblemAsync(403, "okr.edit_not_allowed");
        await app.CallAsync("POST", $"key-results/{keyResult}/values", new JsonObject { ["value"] = 9 }, PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.edit_not_allowed");

        app.Rights.Asked.Where(a => a.Account == PanelApp.Viewer).Distinct().ShouldBe([(PanelApp.Viewer, "ADMINISTER_PROJECTS", PanelApp.Project)]);
    }

    [Fact]
    public async Task What_Belongs_To_Another_Site_Is_Not_Found()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var keyResult = await app.AddKeyResultAsync(objective);
        var other = await app.App.InstallAsync();
        var edit = PanelApp.KeyResult();

        await app.CallAsync("PUT", $"objectives/{objective}", new JsonObject { ["title"] = "Mine" }, PanelApp.Admin, other, 1).ShouldBeProblemAsync(404, "objective.not_found");
        await app.CallAsync("POST", $"objectives/{objective}/key-results", PanelApp.KeyResult(), PanelApp.Admin, other).ShouldBeProblemAsync(404, "objective.not_found");
        await app.CallAsync("PUT", $"key-results/{keyResult}", edit, PanelApp.Admin, other, 2).ShouldBeProblemAsync(404, "key_result.not_found");
        await app.CallAsync("POST", $"key-results/{keyResult}/values", new JsonObject { ["value"] = 9 }, PanelApp.Admin, other).ShouldBeProblemAsync(404, "key_result.not_found");
        await app.CallAsync("POST", Objectives, new JsonObject { ["title"] = "Mine", ["parentObjectiveId"] = objective.ToString() }, PanelApp.Admin, other)
            .ShouldBeProblemAsync(400, "objective.parent_not_found", "parentObjectiveId:objective.parent_not_found");
    }

    [Fact]
    public async Task An_Edit_Of_An_Old_Version_Is_A_Conflict()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var keyResult = await app.AddKeyResultAsync(objective);
        var edit = PanelApp.KeyResult("First");
        await app.SucceedAsync("PUT", $"key-results/{keyResult}", edit.DeepClone(), version: 2);

        using var stale = await app.CallAsync("PUT", $"key-results/{keyResult}", PanelApp.KeyResult("Second"), PanelApp.Admin, version: 2);

        var problem = await stale.ShouldBeProblemAsync(HttpStatusCode.Conflict, "key_result.changed_meanwhile");
        (problem["current"]!["title"]!.GetValue<string>(), problem["current"]!["version"]!.GetValue<int>()).ShouldBe(("First", 3));
        var version = (int)(await app.SucceedAsync("PUT", $"objectives/{objective}", new JsonObject { ["title"] = "First", ["owner"] = PanelApp.Admin }, version: 2))["version"]!;
        await app.CallAsync("PUT", $"objectives/{objective}", new JsonObject { ["title"] = "Second", ["owner"] = PanelApp.Admin }, PanelApp.Admin, version: version - 1)
            .ShouldBeProblemAsync(409, "objective.changed_meanwhile");
    }

    [Fact]
    public async Task All_Invalid_Fields_Are_Told_At_Once()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();

        await app.CallAsync("POST", Objectives, new JsonObject { ["title"] = "  " }, PanelApp.Admin).ShouldBeProblemAsync(400, "objective.title_missing", "title:objective.title_missing");
        await app.CallAsync("POST", Objectives, new JsonObject { ["title"] = "Fine", ["teamName"] = new string('x', 121) }, PanelApp.Admin)
            .ShouldBeProblemAsync(400, "objective.team_name_too_long", "teamName:objective.team_name_too_long");
        await app.CallAsync("PUT", $"objectives/{objective}", new JsonObject { ["title"] = "Fine" }, PanelApp.Admin).ShouldBeProblemAsync(428, "request.if_match_missing");
        await app.CallAsync("POST", $"objectives/{objective}/key-results", new JsonObject(), PanelApp.Admin)
            .ShouldBeProblemAsync(400, "key_result.title_missing", "title:key_result.title_missing");
        await app.CallAsync(
            "POST",
            $"objectives/{objective}/key-results",
            new JsonObject { ["title"] = " ", ["owner"] = "not me", ["per"] = "year", ["source"] = "jqlCount", ["direction"] = "up", ["weight"] = 0 },
            PanelApp.Admin).ShouldBeProblemAsync(
            400,
            "key_result.direction_unknown",
            "per:key_result.per_unknown",
            "direction:key_result.direction_unknown",
            "title:key_result.title_missing",
            "weight:key_result.weight_out_of_range",
            "owner:key_result.owner_invalid",
            "source:key_result.source_not_available");
    }

    [Fact]
    public async Task Invalid_Values_Are_Refused_At_Their_Field()
    {
        (string, string, string)[] cases =
        [
            ("""{"value":null}""", "key_result.value_missing", "value:key_result.value_missing"),
            ("""{"value":0.0000001}""", "key_result.value_out_of_range", "value:key_result.value_out_of_range"),
            ("""{"value":99999999999999}""", "key_result.value_out_of_range", "value:key_result.value_out_of_range"),
            ("""{"value":1e400}""", "key_result.value_out_of_range", "value:key_result.value_out_of_range"),
        ];
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());

        foreach (var (body, code, field) in cases)
        {
            await app.CallAsync("POST", $"key-results/{keyResult}/values", JsonNode.Parse(body), PanelApp.Admin).ShouldBeProblemAsync(400, code, field);
        }
    }

    [Fact]
    public async Task A_Value_That_Is_No_Number_Cannot_Be_Read()
    {
        string[] cases =
        [
            """{"value":"nine"}""",
            """{"value":"9"}""",
            """{"value":[9]}""",
        ];
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());

        foreach (var body in cases)
        {
            await app.CallAsync("POST", $"key-results/{keyResult}/values", JsonNode.Parse(body), PanelApp.Admin).ShouldBeProblemAsync(400, "request.malformed");
        }
    }

    [Fact]
    public async Task The_Longest_Numbers_Come_Back_As_They_Went_In()
    {
        await using var app = await PanelApp.StartAsync();
        var keyResult = await app.AddKeyResultAsync(await app.AddObjectiveAsync());

        using var recorded = await app.CallAsync("POST", $"key-results/{keyResult}/values", JsonNode.Parse("""{"value":9999999999998.123456}"""), PanelApp.Admin);

        (await recorded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("9999999999998.123456");
    }

    [Fact]
    public async Task An_Anonymous_Caller_Is_Refused_Everywhere()
    {
        await using var app = await PanelApp.StartAsync();
        var id = Guid.NewGuid();

        await app.CallAsync("GET", $"projects/{PanelApp.Project}/panel", account: null).ShouldBeProblemAsync(403, "person.missing");
        await app.CallAsync("GET", $"projects/{PanelApp.Project}/permissions", account: null).ShouldBeProblemAsync(403, "person.missing");
        foreach (var (method, path) in new[]
        {
            ("POST", Objectives), ("POST", "company/objectives"), ("PUT", $"objectives/{id}"), ("POST", $"objectives/{id}/key-results"),
            ("PUT", $"key-results/{id}"), ("POST", $"key-results/{id}/values"),
        })
        {
            await app.CallAsync(method, path, new JsonObject(), account: null).ShouldBeProblemAsync(403, "person.missing");
        }

        app.Rights.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_An_Audit_Row_There_Is_No_Objective()
    {
        await using var app = await PanelApp.StartAsync();
        app.BreakAudit();

        await app.CallAsync("POST", Objectives, new JsonObject { ["title"] = "Payments never stop" }, PanelApp.Admin).ShouldBeProblemAsync(500, "internal");

        using var page = await app.ProjectPageAsync();
        (await PanelApp.ReadPageAsync(page)).QuerySelector(".objective").ShouldBeNull();
    }

    [Theory]
    [InlineData(PanelApp.Admin, """{"canAdminister":true,"canAdministerCompany":true}""")]
    [InlineData(PanelApp.Engineer, """{"canAdminister":false,"canAdministerCompany":false}""")]
    public async Task Permissions_Are_Jiras(string account, string answer)
    {
        await using var app = await PanelApp.StartAsync();

        (await app.SucceedAsync("GET", $"projects/{PanelApp.Project}/permissions", null, account)).ToJsonString().ShouldBe(answer);
        app.Rights.Asked.ShouldBe([(account, "ADMINISTER_PROJECTS", PanelApp.Project), (account, "ADMINISTER", 0)]);
    }

    [Fact]
    public async Task While_Jira_Is_Down_Nothing_Is_Granted()
    {
        await using var app = await PanelApp.StartAsync();
        app.Rights.IsDown = true;

        await app.CallAsync("GET", $"projects/{PanelApp.Project}/permissions").ShouldBeProblemAsync(503, "jira.unavailable");
        await app.CallAsync("POST", Objectives, new JsonObject { ["title"] = "Fine" }, PanelApp.Admin).ShouldBeProblemAsync(503, "jira.unavailable");
    }
}
