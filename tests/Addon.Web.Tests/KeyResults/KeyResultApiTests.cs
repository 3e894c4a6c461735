using System.Net;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.KeyResults;

/// <summary>Each operation on a key result, over HTTP.</summary>
public sealed class KeyResultApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_Key_Result_Comes_In_Full_With_Its_Entity_Tag()
    {
        await using var app = await PanelApp.StartAsync();
        var id = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("POST", $"key-results/{id}/check-ins", new JsonObject { ["confidence"] = 6, ["value"] = 9, ["note"] = "The new rota" });
        await app.SucceedAsync("POST", $"key-results/{id}/co-authors", new JsonObject { ["account"] = PanelApp.Admin });

        using var answer = await app.CallAsync("GET", $"key-results/{id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.ToString().ShouldBe("\"2\"");
        var keyResult = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;
        keyResult.ShouldSatisfyAllConditions(
            k => ((string)k["state"]!).ShouldBe("active"),
            k => ((decimal)k["current"]!).ShouldBe(9),
            k => ((decimal)k["original"]!["to"]!).ShouldBe(4),
            k => k["series"]!["points"]!.AsArray().Count.ShouldBe(1),
            k => ((int)k["lastCheckIn"]!["confidence"]!).ShouldBe(6),
            k => ((decimal)k["numbers"]!["progress"]!).ShouldBe(0.375m),
            k => ((string)k["numbers"]!["explanation"]!).ShouldNotBeNullOrWhiteSpace(),
            k => k["lint"]!["blocking"]!.AsArray().ShouldBeEmpty(),
            k => ((string)k["coAuthors"]![0]!["account"]!).ShouldBe(PanelApp.Admin),
            k => k["transitions"]!.AsArray().Select(t => (string)t!).ShouldBe(["achieved", "missed", "killed", "dormant"], ignoreOrder: true));
    }

    [Fact]
    public async Task A_Guardrail_Spells_Its_Words_In_Camel_Case()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();

        var added = await app.SucceedAsync("POST", $"objectives/{objective}/key-results", new JsonObject
        {
            ["title"] = "API availability",
            ["direction"] = "keepAtLeast",
            ["low"] = 99.9m,
            ["unit"] = "%",
            ["per"] = "week",
            ["source"] = "linkedWork",
        });

        ((string)added["direction"]!, (string)added["source"]!, (decimal)added["low"]!).ShouldBe(("keepAtLeast", "linkedWork", 99.9m));
    }

    [Fact]
    public async Task Key_Results_Of_An_Objective_Are_Paged()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        for (var i = 0; i < 3; i++)
        {
            await app.AddKeyResultAsync(objective, $"Number {i}", "draft");
        }

        var first = await app.SucceedAsync("GET", $"objectives/{objective}/key-results?limit=2", account: PanelApp.Engineer);
        var second = await app.SucceedAsync("GET", $"objectives/{objective}/key-results?limit=2&after={first["next"]}", account: PanelApp.Engineer);

        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(k => (string)k!["title"]!).ShouldBe(["Number 0", "Number 1", "Number 2"]);
        second["next"].ShouldBeNull();
        await app.CallAsync("GET", $"objectives/{objective}/key-results?after=x").ShouldBeProblemAsync(400, "page.after_unknown");
    }

    [Fact]
    public async Task A_Life_From_Draft_To_Kill()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var id = await app.AddKeyResultAsync(objective, state: "draft");
        var body = new JsonObject { ["to"] = "active" };

        await app.CallAsync("POST", $"key-results/{id}/transitions", body, PanelApp.Admin).ShouldBeProblemAsync(428, "request.if_match_missing");
        await app.NamePeopleAsync(objective);
        (await app.MoveAsync(id, "active", 1))["activatedAt"].ShouldNotBeNull();
        await app.CallAsync("POST", $"key-results/{id}/transitions", body, PanelApp.Admin, version: 1).ShouldBeProblemAsync(409, "key_result.changed_meanwhile");
        using var illegal = await app.CallAsync("POST", $"key-results/{id}/transitions", new JsonObject { ["to"] = "baselining" }, PanelApp.Admin, version: 2);
        (await illegal.ShouldBeProblemAsync(HttpStatusCode.Conflict, "key_result.illegal_transition"))["current"]!["state"]!.GetValue<string>().ShouldBe("active");
        await app.CallAsync("POST", $"key-results/{id}/transitions", new JsonObject { ["to"] = "draft" }, PanelApp.Admin, version: 2)
            .ShouldBeProblemAsync(400, "key_result.state_unknown", "to:key_result.state_unknown");
        await app.CallAsync("POST", $"key-results/{id}/transitions", new JsonObject { ["to"] = "achieved" }, PanelApp.Admin, version: 2)
            .ShouldBeProblemAsync(409, "key_result.target_not_reached");
        await app.MoveAsync(id, "dormant", 2, "No time");
        await app.MoveAsync(id, "active", 3);
        await app.CallAsync("POST", $"key-results/{id}/transitions", new JsonObject { ["to"] = "killed" }, PanelApp.Admin, version: 4)
            .ShouldBeProblemAsync(400, "key_result.reason_missing", "reason:key_result.reason_missing");
        var killed = await app.SucceedAsync(
            "POST", $"key-results/{id}/transitions", new JsonObject { ["to"] = "killed", ["reason"] = "Nobody pays for it", ["redirect"] = "Login" }, version: 4);

        ((string)killed["state"]!, (string)killed["reason"]!, (string)killed["redirect"]!).ShouldBe(("killed", "Nobody pays for it", "Login"));
        killed["transitions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Bare_Draft_Is_Told_What_It_Lacks()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var id = (string)(await app.SucceedAsync("POST", $"objectives/{objective}/key-results", new JsonObject { ["title"] = "P1 incidents" }))["id"]!;

        await app.CallAsync("POST", $"key-results/{id}/transitions", new JsonObject { ["to"] = "active" }, PanelApp.Admin, version: 1)
            .ShouldBeProblemAsync(400, "key_result.not_ready", "from:lint.s1", "to:lint.s1", "unit:lint.s1", "owner:lint.s1");
    }

    [Fact]
    public async Task A_Start_Is_Measured_And_Then_Said()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        await app.NamePeopleAsync(objective);
        var body = PanelApp.KeyResult();
        body.Remove("from");
        body["direction"] = "decrease";
        var id = (Guid)(await app.SucceedAsync("POST", $"objectives/{objective}/key-results", body))["id"]!;

        (await app.MoveAsync(id, "baselining", 1))["baseliningSince"].ShouldNotBeNull();
        var active = await app.SucceedAsync("POST", $"key-results/{id}/transitions", new JsonObject { ["to"] = "active", ["from"] = 14 }, version: 2);

        ((decimal)active["from"]!, (decimal)active["original"]!["from"]!).ShouldBe((14, 14));
    }

    [Fact]
    public async Task The_Eighth_Active_Key_Result_Is_Refused()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        for (var i = 0; i < 7; i++)
        {
            await app.AddKeyResultAsync(objective);
        }

        var eighth = await app.AddKeyResultAsync(objective, state: "draft");

        await app.CallAsync("POST", $"key-results/{eighth}/transitions", new JsonObject { ["to"] = "active" }, PanelApp.Admin, version: 1)
            .ShouldBeProblemAsync(400, "key_result.too_many_active", "to:key_result.too_many_active");
    }

    [Fact]
    public async Task A_Retargeting_Is_Listed_And_Easing_Needs_A_Reason()
    {
        await using var app = await PanelApp.StartAsync();
        var id = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        var easier = new JsonObject { ["from"] = 12, ["to"] = 6 };

        await app.CallAsync("POST", $"key-results/{id}/retarget", easier.DeepClone(), PanelApp.Admin).ShouldBeProblemAsync(428, "request.if_match_missing");
        await app.CallAsync("POST", $"key-results/{id}/retarget", easier.DeepClone(), PanelApp.Admin, version: 2)
            .ShouldBeProblemAsync(400, "key_result.reason_missing", "reason:key_result.reason_missing");
        easier["reason"] = "Half the team left";
        await app.CallAsync("POST", $"key-results/{id}/retarget", easier.DeepClone(), PanelApp.Admin, version: 1).ShouldBeProblemAsync(409, "key_result.changed_meanwhile");
        var moved = await app.SucceedAsync("POST", $"key-results/{id}/retarget", easier, version: 2);

        ((decimal)moved["to"]!, (decimal)moved["original"]!["to"]!).ShouldBe((6, 4));
        var change = (await app.SucceedAsync("GET", $"key-results/{id}/target-changes", account: PanelApp.Engineer))["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((bool)change["eased"]!, (string)change["reason"]!, (decimal)change["before"]!["to"]!).ShouldBe((true, "Half the team left", 4));
        await app.CallAsync("PUT", $"key-results/{id}", PanelApp.KeyResult(), PanelApp.Admin, version: 3)
            .ShouldBeProblemAsync(400, "key_result.target_needs_retarget", "to:key_result.target_needs_retarget");
    }

    [Fact]
    public async Task A_Value_Is_Recorded_Once_Per_Key_And_Corrected_By_A_New_One()
    {
        await using var app = await PanelApp.StartAsync();
        var id = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        var body = new JsonObject { ["value"] = 90, ["measuredAt"] = "2026-10-01T10:00:00Z", ["source"] = "api", ["idempotencyKey"] = "night-1" };

        var first = await app.SucceedAsync("POST", $"key-results/{id}/values", body.DeepClone());
        var again = await app.SucceedAsync("POST", $"key-results/{id}/values", body.DeepClone());
        ((string)again["id"]!).ShouldBe((string)first["id"]!);
        body["value"] = 91;
        await app.CallAsync("POST", $"key-results/{id}/values", body, PanelApp.Admin).ShouldBeProblemAsync(409, "key_result.idempotency_key_reused");
        var corrected = await app.SucceedAsync("POST", $"key-results/{id}/values/{first["id"]}/correction", new JsonObject { ["value"] = 9 });
        await app.CallAsync("POST", $"key-results/{id}/values/{Guid.NewGuid()}/correction", new JsonObject { ["value"] = 9 }, PanelApp.Admin)
            .ShouldBeProblemAsync(404, "key_result.value_not_found");

        ((string)corrected["correctsId"]!).ShouldBe((string)first["id"]!);
        var values = (await app.SucceedAsync("GET", $"key-results/{id}/values", account: PanelApp.Engineer))["items"]!.AsArray();
        values.Select(v => (decimal)v!["value"]!).ShouldBe([90, 9]);
        ((decimal)(await app.SucceedAsync("GET", $"key-results/{id}"))["current"]!).ShouldBe(9);
        ((int)(await app.SucceedAsync("GET", $"key-results/{id}"))["version"]!).ShouldBe(2, "values are no edits");
    }

    [Fact]
    public async Task A_Check_In_Is_Listed_And_Lifts_End_With_It()
    {
        await using var app = await PanelApp.StartAsync();
        var id = await app.AddKeyResultAsync(await app.AddObjectiveAsync());

        await app.CallAsync("PUT", $"key-results/{id}/lift", new JsonObject { ["note"] = " " }, PanelApp.Admin).ShouldBeProblemAsync(400, "key_result.note_missing", "note:key_result.note_missing");
        ((string)(await app.SucceedAsync("PUT", $"key-results/{id}/lift", new JsonObject { ["note"] = "It ships tomorrow" }))["lift"]!["note"]!).ShouldBe("It ships tomorrow");
        (await app.SucceedAsync("DELETE", $"key-results/{id}/lift"))["lift"].ShouldBeNull();
        await app.CallAsync("POST", $"key-results/{id}/check-ins", new JsonObject { ["confidence"] = 11 }, PanelApp.Admin)
            .ShouldBeProblemAsync(400, "key_result.confidence_out_of_range", "confidence:key_result.confidence_out_of_range");
        var body = new JsonObject { ["confidence"] = 3, ["note"] = "Blocked", ["value"] = 11, ["idempotencyKey"] = "week-1" };
        var kept = await app.SucceedAsync("POST", $"key-results/{id}/check-ins", body.DeepClone());
        ((string)(await app.SucceedAsync("POST", $"key-results/{id}/check-ins", body))["id"]!).ShouldBe((string)kept["id"]!);

        var checkIn = (await app.SucceedAsync("GET", $"key-results/{id}/check-ins", account: PanelApp.Engineer))["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)checkIn["confidence"]!, (string)checkIn["note"]!, (string)checkIn["by"]!).ShouldBe((3, "Blocked", PanelApp.Admin));
        (await app.SucceedAsync("GET", $"key-results/{id}/values"))["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Co_Authors_Say_Yes_Themselves()
    {
        await using var app = await PanelApp.StartAsync();
        var id = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        app.Rights.Grant("colleague", "BROWSE_PROJECTS", PanelApp.Project);

        await app.CallAsync("POST", $"key-results/{id}/co-authors", new JsonObject { ["account"] = "nobody" }, PanelApp.Admin)
            .ShouldBeProblemAsync(400, "key_result.co_author_cannot_see", "account:key_result.co_author_cannot_see");
        await app.SucceedAsync("POST", $"key-results/{id}/co-authors", new JsonObject { ["account"] = "colleague" });
        await app.CallAsync("POST", $"key-results/{id}/co-authors/me/acceptance", account: PanelApp.Engineer).ShouldBeProblemAsync(404, "key_result.co_author_not_found");
        (await app.SucceedAsync("POST", $"key-results/{id}/co-authors/me/acceptance", account: "colleague"))["acceptedAt"].ShouldNotBeNull();
        (await app.SucceedAsync("GET", $"key-results/{id}/co-authors"))["items"]!.AsArray().ShouldHaveSingleItem();
        await app.SucceedAsync("DELETE", $"key-results/{id}/co-authors/colleague", account: "colleague");

        (await app.SucceedAsync("GET", $"key-results/{id}/co-authors"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Hints_Are_Accepted_And_Shown_Again()
    {
        await using var app = await PanelApp.StartAsync();
        var id = await app.AddKeyResultAsync(await app.AddObjectiveAsync(), "Launch the new billing", "draft");

        (await app.SucceedAsync("PUT", $"key-results/{id}/accepted-hints/O1"))["acceptedHints"]!.AsArray().Select(h => (string)h!).ShouldBe(["O1"]);
        (await app.SucceedAsync("DELETE", $"key-results/{id}/accepted-hints/O1"))["acceptedHints"]!.AsArray().ShouldBeEmpty();
        await app.CallAsync("PUT", $"key-results/{id}/accepted-hints/S1", account: PanelApp.Admin).ShouldBeProblemAsync(409, "key_result.hint_not_acceptable");
        await app.CallAsync("PUT", $"key-results/{id}/accepted-hints/Z1", account: PanelApp.Admin).ShouldBeProblemAsync(404, "key_result.hint_not_found");
    }

    [Fact]
    public async Task Only_A_Draft_That_Nothing_Serves_Is_Discarded()
    {
        await using var app = await PanelApp.StartAsync();
        var company = (Guid)(await app.SucceedAsync("POST", "company/objectives", new JsonObject { ["title"] = "Run a service people trust" }))["id"]!;
        var served = await app.AddKeyResultAsync(company, "Availability", "draft");
        await app.SucceedAsync("POST", $"projects/{PanelApp.Project}/objectives", new JsonObject { ["title"] = "Payments never stop", ["parentKeyResultId"] = served.ToString() });
        var draft = await app.AddKeyResultAsync(company, "Churn", "draft");
        await app.SucceedAsync("POST", $"key-results/{draft}/co-authors", new JsonObject { ["account"] = PanelApp.Admin });

        await app.CallAsync("DELETE", $"key-results/{draft}", account: PanelApp.Admin).ShouldBeProblemAsync(428, "request.if_match_missing");
        await app.CallAsync("DELETE", $"key-results/{draft}", account: PanelApp.Admin, version: 9).ShouldBeProblemAsync(409, "key_result.changed_meanwhile");
        await app.CallAsync("DELETE", $"key-results/{served}", account: PanelApp.Admin, version: 1).ShouldBeProblemAsync(409, "key_result.has_children");
        await app.SucceedAsync("DELETE", $"key-results/{draft}", version: 1);

        await app.CallAsync("GET", $"key-results/{draft}", account: PanelApp.Admin).ShouldBeProblemAsync(404, "key_result.not_found");
        await app.SucceedAsync("GET", $"key-results/{served}");
    }

    [Fact]
    public async Task The_Writing_Help_Reads_Numbers_And_Compares_With_A_Scope_That_The_Person_May_See()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        await app.AddKeyResultAsync(objective);
        var scope = "";
        await app.ArrangeAsync(async (services, tenant) =>
            scope = (await services.GetRequiredService<IObjectiveStore>().FindAsync(tenant, new ObjectiveId(objective), Ct))!.Scope.Value.ToString());

        var parsed = await app.SucceedAsync("POST", "lint", new JsonObject { ["title"] = "Reduce P1 incidents from 12 to 4 per month" }, PanelApp.Viewer);
        ((decimal)parsed["parsed"]!["from"]!, (decimal)parsed["parsed"]!["to"]!, (string)parsed["parsed"]!["per"]!).ShouldBe((12, 4, "month"));
        var same = PanelApp.KeyResult();
        same["scopeId"] = scope;
        (await app.SucceedAsync("POST", "lint", same.DeepClone(), PanelApp.Engineer))["warnings"]!.AsArray().Select(w => (string)w!["rule"]!).ShouldContain("S6");
        await app.CallAsync("POST", "lint", same.DeepClone(), PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.read_not_allowed");
        same["scopeId"] = Guid.NewGuid().ToString();
        await app.CallAsync("POST", "lint", same, PanelApp.Engineer).ShouldBeProblemAsync(404, "scope.not_found");
        await app.CallAsync("POST", "lint", new JsonObject { ["per"] = "year" }).ShouldBeProblemAsync(400, "key_result.per_unknown", "per:key_result.per_unknown");
    }

    [Fact]
    public async Task Nothing_Changes_In_A_Closed_Cycle()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var id = await app.AddKeyResultAsync(objective);
        await app.ArrangeAsync(async (services, tenant) =>
        {
            var cycles = services.GetRequiredService<ICycleStore>();
            var cycle = (await cycles.ListAsync(tenant, Ct)).Single();
            (await cycles.UpdateAsync(tenant, cycle with { State = CycleState.Closed }, new AccountId(PanelApp.Admin), Ct)).ShouldBeTrue();
        });

        foreach (var (method, path, body) in new (string, string, JsonObject?)[]
        {
            ("POST", $"objectives/{objective}/key-results", PanelApp.KeyResult()), ("PUT", $"key-results/{id}", PanelApp.KeyResult()), ("DELETE", $"key-results/{id}", null),
            ("POST", $"key-results/{id}/transitions", new JsonObject { ["to"] = "missed" }), ("POST", $"key-results/{id}/retarget", new JsonObject { ["from"] = 12, ["to"] = 3 }),
            ("POST", $"key-results/{id}/values", new JsonObject { ["value"] = 9 }), ("POST", $"key-results/{id}/check-ins", new JsonObject { ["confidence"] = 9 }),
            ("PUT", $"key-results/{id}/lift", new JsonObject { ["note"] = "Soon" }), ("POST", $"key-results/{id}/co-authors", new JsonObject { ["account"] = PanelApp.Admin }),
            ("PUT", $"key-results/{id}/accepted-hints/O1", null),
        })
        {
            await app.CallAsync(method, path, body, PanelApp.Admin, version: 2).ShouldBeProblemAsync(409, "cycle.closed");
        }

        await app.SucceedAsync("GET", $"key-results/{id}");
    }

    /// <summary>Each operation with a body that would do.</summary>
    public static TheoryData<string, string, string?> Operations => new()
    {
        { "GET", "key-results/{id}", null },
        { "GET", "objectives/{objective}/key-results", null },
        { "POST", "objectives/{objective}/key-results", """{"title":"Churn"}""" },
        { "PUT", "key-results/{id}", """{"title":"Churn"}""" },
        { "DELETE", "key-results/{id}", null },
        { "POST", "key-results/{id}/transitions", """{"to":"missed"}""" },
        { "POST", "key-results/{id}/retarget", """{"from":12,"to":3}""" },
        { "GET", "key-results/{id}/target-changes", null },
        { "GET", "key-results/{id}/values", null },
        { "POST", "key-results/{id}/values", """{"value":9}""" },
        { "POST", "key-results/{id}/values/{id}/correction", """{"value":9}""" },
        { "GET", "key-results/{id}/check-ins", null },
        { "POST", "key-results/{id}/check-ins", """{"confidence":9}""" },
        { "PUT", "key-results/{id}/lift", """{"note":"Soon"}""" },
        { "DELETE", "key-results/{id}/lift", null },
        { "GET", "key-results/{id}/co-authors", null },
        { "POST", "key-results/{id}/co-authors", """{"account":"someone"}""" },
        { "POST", "key-results/{id}/co-authors/me/acceptance", null },
        { "DELETE", "key-results/{id}/co-authors/someone", null },
        { "PUT", "key-results/{id}/accepted-hints/O1", null },
        { "DELETE", "key-results/{id}/accepted-hints/O1", null },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Another_Site_Finds_Nothing_And_Who_May_Not_Is_Refused(string method, string path, string? body)
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        var id = await app.AddKeyResultAsync(objective);
        var other = await app.App.InstallAsync();
        var audited = (await app.AuditAsync()).Count;
        var url = path.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{objective}", objective.ToString(), StringComparison.Ordinal);
        var ofObjective = path.StartsWith("objectives", StringComparison.Ordinal);
        var reads = method == "GET" || path.EndsWith("me/acceptance", StringComparison.Ordinal);

        await app.CallAsync(method, url, Body(), PanelApp.Admin, other, 2).ShouldBeProblemAsync(404, ofObjective ? "objective.not_found" : "key_result.not_found");
        await app.CallAsync(method, url, Body(), PanelApp.Viewer, version: 2).ShouldBeProblemAsync(403, reads ? "okr.read_not_allowed" : "okr.edit_not_allowed");
        await app.CallAsync(method, url, Body(), account: null, version: 2).ShouldBeProblemAsync(403, "person.missing");

        (await app.AuditAsync()).Count.ShouldBe(audited);

        JsonNode? Body() => body is null ? null : JsonNode.Parse(body);
    }
}
