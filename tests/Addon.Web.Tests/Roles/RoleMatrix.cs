using System.Text.Json.Nodes;
using static Addon.Web.Tests.Roles.Subject;

namespace Addon.Web.Tests.Roles;

/// <summary>Who may do what, operation by operation (<c>docs/adr/0013</c>, <c>docs/api.md</c>). A new operation fails the tests until it has a row here.</summary>
/// <remarks>
/// A allowed: a success; F 403; N 404; P 403 <c>person.missing</c>.
/// Columns: Jira admin, project admin, scope owner, key result owner, engineer, viewer, outsider, anonymous, other tenant.
/// Of what has no id in its address (lists, what is added to the site) the other tenant gets their own, in which nothing of this site may be told.
/// Of what stands below an issue or a project, Jira's refusal (403) says the same of one that does not exist.
/// </remarks>
internal static class RoleMatrix
{
    private static readonly string TooLong = new('x', 200);

    public static IReadOnlyList<RoleRow> Rows { get; } =
    [
        .. Descriptions(),
        .. Issues(),
        .. Projects(),
        .. Objectives(),
        .. KeyResults(),
        .. KeyResultWriting(),
        .. Series(),
        .. CoAuthors(),
        .. CompanyTree(),
        .. Scopes(),
        .. Cycles(),
        .. Administration(),
    ];

    private static IEnumerable<RoleRow> Descriptions() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("ApiDescription", Site,              "A  A  A  A  A  A  A  A  A", "GET openapi.json") { IsOpen = true },
    ];

    private static IEnumerable<RoleRow> Issues() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("GetIssuePanel", Site,               "F  A  A  A  A  A  F  P  F", "GET issues/{issue}/panel"),
        new("GetIssuePermissions", Site,         "A  A  A  A  A  A  A  P  A", "GET issues/{issue}/permissions"),
        new("LearnIssue", Site,                  "F  A  A  A  A  A  F  P  F", "POST issues/{issue}/snapshot"),
        new("SetAnswer", Site,                   "F  F  F  F  A  F  F  P  F", "PUT issues/{issue}/answer") { Body = _ => new() { ["answer"] = "notKrWork", ["reason"] = "maintenance" } },
        new("SetAnswer", Site,                   "F  F  F  F  A  F  F  P  F", "PUT issues/{issue}/answer")
        {
            Variant = "with no key result",
            Body = _ => new() { ["answer"] = "notKrWork", ["reason"] = "support" },
            BadBody = _ => new() { ["answer"] = "linked", ["keyResultIds"] = new JsonArray() },
        },
        new("ClearAnswer", Site,                 "F  F  F  F  A  F  F  P  F", "DELETE issues/{issue}/answer"),
    ];

    private static IEnumerable<RoleRow> Projects() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("GetProjectPanel", Site,             "F  A  A  A  A  A  F  P  F", "GET projects/{project}/panel"),
        new("GetProjectPermissions", Site,       "A  A  A  A  A  A  A  P  A", "GET projects/{project}/permissions"),
        new("ListLinkedIssues", Team,            "F  A  A  A  A  A  F  P  F", "GET projects/{project}/key-results/{keyResult}/issues"),
        new("ListLinkedIssues", Company,         "F  N  N  N  N  N  F  P  F", "GET projects/{project}/key-results/{keyResult}/issues"),
        new("AddTeamObjective", Team,            "F  A  A  F  F  F  F  P  F", "POST projects/{project}/objectives")
        {
            Body = Objective,
            BadBody = _ => new() { ["teamName"] = TooLong },
        },
        new("AddTeamObjective", Site,            "F  A  F  F  F  F  F  P  F", "POST projects/{free}/objectives")
        {
            Variant = "which makes the team",
            Body = Objective,
            BadBody = _ => new() { ["teamName"] = TooLong },
        },
        new("RunFirstTime", Site,                "F  A  F  F  F  F  F  P  F", "POST projects/{free}/first-run")
        {
            Body = s => new() { ["name"] = $"Checkout {s.Mark}", ["timeZone"] = "Europe/Berlin", ["objectiveTitle"] = $"Nobody gives up {s.Mark}" },
        },
    ];

    private static IEnumerable<RoleRow> Objectives() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("ListObjectives", Site,              "A  A  A  A  A  A  A  P  A", "GET objectives"),
        new("ListObjectives", Team,              "F  A  A  A  A  A  F  P  N", "GET objectives?scopeId={scope}"),
        new("ListObjectives", Company,           "A  A  A  A  A  A  A  P  N", "GET objectives?scopeId={scope}"),
        new("GetObjective", Team,                "F  A  A  A  A  A  F  P  N", "GET objectives/{objective}"),
        new("GetObjective", Department,          "A  A  A  A  A  A  A  P  N", "GET objectives/{objective}"),
        new("GetObjective", Company,             "A  A  A  A  A  A  A  P  N", "GET objectives/{objective}"),
        new("ListObjectiveHistory", Team,        "F  A  A  A  A  A  F  P  N", "GET objectives/{objective}/history"),
        new("ListObjectiveHistory", Company,     "A  A  A  A  A  A  A  P  N", "GET objectives/{objective}/history"),
        new("AddCompanyObjective", Company,      "A  F  A  F  F  F  F  P  A", "POST company/objectives") { Body = Objective },
        new("AddScopeObjective", Team,           "F  A  A  F  F  F  F  P  N", "POST scopes/{scope}/objectives") { Body = Objective },
        new("AddScopeObjective", Department,     "A  F  A  F  F  F  F  P  N", "POST scopes/{scope}/objectives") { Body = Objective },
        new("AddScopeObjective", Company,        "A  F  A  F  F  F  F  P  N", "POST scopes/{scope}/objectives") { Body = Objective },
        new("EditObjective", Team,               "F  A  A  F  F  F  F  P  N", "PUT objectives/{objective}") { Body = Objective, Version = "objectives/{objective}" },
        new("EditObjective", Department,         "A  F  A  F  F  F  F  P  N", "PUT objectives/{objective}") { Body = Objective, Version = "objectives/{objective}" },
        new("EditObjective", Company,            "A  F  A  F  F  F  F  P  N", "PUT objectives/{objective}") { Body = Objective, Version = "objectives/{objective}" },
        new("DiscardObjective", Team,            "F  A  A  F  F  F  F  P  N", "DELETE objectives/{objective}") { Version = "objectives/{objective}", Each = s => s.AddObjectiveAsync() },
        new("DiscardObjective", Company,         "A  F  A  F  F  F  F  P  N", "DELETE objectives/{objective}") { Version = "objectives/{objective}", Each = s => s.AddObjectiveAsync() },
        new("MoveObjective", Team,               "F  A  A  F  F  F  F  P  N", "POST objectives/{objective}/transitions")
        {
            Body = _ => To("active"),
            Version = "objectives/{objective}",
            Each = s => s.AddActivatableObjectiveAsync(),
        },
        new("MoveObjective", Company,            "A  F  A  F  F  F  F  P  N", "POST objectives/{objective}/transitions")
        {
            Body = _ => To("active"),
            Version = "objectives/{objective}",
            Each = s => s.AddActivatableObjectiveAsync(),
        },
    ];

    private static IEnumerable<RoleRow> KeyResults() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("ListKeyResults", Team,              "F  A  A  A  A  A  F  P  N", "GET objectives/{objective}/key-results"),
        new("ListKeyResults", Company,           "A  A  A  A  A  A  A  P  N", "GET objectives/{objective}/key-results"),
        new("GetKeyResult", Team,                "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}"),
        new("GetKeyResult", Department,          "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}"),
        new("GetKeyResult", Company,             "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}"),
        new("ListTargetChanges", Team,           "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}/target-changes"),
        new("ListTargetChanges", Company,        "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}/target-changes"),
        new("ListKeyResultHistory", Team,        "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}/history"),
        new("ListKeyResultHistory", Company,     "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}/history"),
        new("GetKeyResultPage", Team,            "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}/page"),
        new("GetKeyResultPage", Company,         "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}/page"),
        new("ShowKeyResultHistory", Team,        "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}/page/history"),
        new("ShowKeyResultHistory", Company,     "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}/page/history"),
        new("ListIssuesOfKeyResult", Team,       "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}/page/issues"),
        new("ListIssuesOfKeyResult", Company,    "N  N  N  N  N  N  N  P  N", "GET key-results/{keyResult}/page/issues"),
        new("LintKeyResult", Site,               "A  A  A  A  A  A  A  P  A", "POST lint") { Body = s => s.KeyResult() },
        new("LintKeyResult", Team,               "F  A  A  A  A  A  F  P  N", "POST lint") { Body = LintIn, BadBody = s => new() { ["scopeId"] = s["scope"], ["per"] = "decade" } },
        new("LintKeyResult", Company,            "A  A  A  A  A  A  A  P  N", "POST lint") { Body = LintIn, BadBody = s => new() { ["scopeId"] = s["scope"], ["per"] = "decade" } },
    ];

    private static IEnumerable<RoleRow> KeyResultWriting() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("AddKeyResult", Team,                "F  A  A  F  F  F  F  P  N", "POST objectives/{objective}/key-results") { Body = s => s.KeyResult() },
        new("AddKeyResult", Company,             "A  F  A  F  F  F  F  P  N", "POST objectives/{objective}/key-results") { Body = s => s.KeyResult() },
        new("EditKeyResult", Team,               "F  A  A  A  F  F  F  P  N", "PUT key-results/{keyResult}") { Body = s => s.KeyResult(), Version = "key-results/{keyResult}" },
        new("EditKeyResult", Department,         "A  F  A  A  F  F  F  P  N", "PUT key-results/{keyResult}") { Body = s => s.KeyResult(), Version = "key-results/{keyResult}" },
        new("EditKeyResult", Company,            "A  F  A  A  F  F  F  P  N", "PUT key-results/{keyResult}") { Body = s => s.KeyResult(), Version = "key-results/{keyResult}" },
        new("DiscardKeyResult", Team,            "F  A  A  A  F  F  F  P  N", "DELETE key-results/{keyResult}") { Version = "key-results/{keyResult}", Each = s => s.AddDraftAsync() },
        new("DiscardKeyResult", Company,         "A  F  A  A  F  F  F  P  N", "DELETE key-results/{keyResult}") { Version = "key-results/{keyResult}", Each = s => s.AddDraftAsync() },
        .. OfBoth("MoveKeyResult",               "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "POST key-results/{keyResult}/transitions", row => row with
        {
            Body = _ => To("active"),
            Version = "key-results/{keyResult}",
            Each = s => s.AddDraftAsync(),
        }),
        .. OfBoth("MoveKeyResult",               "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "POST key-results/{keyResult}/transitions", row => row with
        {
            Variant = "to its end",
            Body = _ => new() { ["to"] = "killed", ["reason"] = "Nobody needs it" },
            BadBody = _ => To("killed"),
            Version = "key-results/{keyResult}",
            Each = s => s.AddActiveAsync(),
        }),
        .. OfBoth("RetargetKeyResult",           "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "POST key-results/{keyResult}/retarget", row => row with
        {
            Body = _ => new() { ["from"] = 12, ["to"] = 6, ["reason"] = "Half the team left" },
            Version = "key-results/{keyResult}",
            Each = s => s.AddActiveAsync(),
        }),
        .. OfBoth("LiftHealth",                  "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "PUT key-results/{keyResult}/lift", row => row with
        {
            Body = _ => new() { ["note"] = "It ships tomorrow" },
            Once = s => s.AddActiveAsync(),
        }),
        .. OfBoth("WithdrawLift",                "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "DELETE key-results/{keyResult}/lift", row => row with { Once = s => s.AddActiveAsync() }),
        .. OfBoth("AcceptHint",                  "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "PUT key-results/{keyResult}/accepted-hints/O1"),
        .. OfBoth("WithdrawHint",                "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "DELETE key-results/{keyResult}/accepted-hints/O1"),
    ];

    private static IEnumerable<RoleRow> Series() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("ListValues", Team,                  "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}/values"),
        new("ListValues", Company,               "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}/values"),
        new("ListCheckIns", Team,                "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}/check-ins"),
        new("ListCheckIns", Company,             "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}/check-ins"),
        .. OfBoth("RecordValue",                 "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "POST key-results/{keyResult}/values", row => row with
        {
            Body = _ => new() { ["value"] = 9 },
            Once = s => s.AddActiveAsync(),
        }),
        .. OfBoth("CorrectValue",                "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "POST key-results/{keyResult}/values/{value}/correction", row => row with
        {
            Body = _ => new() { ["value"] = 9 },
            Each = s => s.AddValueAsync(),
        }),
        .. OfBoth("CheckIn",                     "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "POST key-results/{keyResult}/check-ins", row => row with
        {
            Body = _ => new() { ["confidence"] = 7, ["value"] = 9 },
            Once = s => s.AddActiveAsync(),
        }),
    ];

    /// <summary>The engineer is the one who was asked to write the key result, too; a person may always take themselves out.</summary>
    private static IEnumerable<RoleRow> CoAuthors() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("ListCoAuthors", Team,               "F  A  A  A  A  A  F  P  N", "GET key-results/{keyResult}/co-authors"),
        new("ListCoAuthors", Company,            "A  A  A  A  A  A  A  P  N", "GET key-results/{keyResult}/co-authors"),
        .. OfBoth("InviteCoAuthor",              "F  A  A  A  F  F  F  P  N", "A  F  A  A  F  F  F  P  N", "POST key-results/{keyResult}/co-authors", row => row with
        {
            Body = _ => new() { ["account"] = RoleHost.AccountOf(Role.Viewer) },
        }),
        .. OfBoth("AcceptCoAuthorship",          "F  N  N  N  A  N  F  P  N", "N  N  N  N  A  N  N  P  N", "POST key-results/{keyResult}/co-authors/me/acceptance", row => row with
        {
            Once = s => s.InviteEngineerAsync(),
        }),
        .. OfBoth("RemoveCoAuthor",              "F  A  A  A  A  F  F  P  N", "A  F  A  A  A  F  F  P  N", "DELETE key-results/{keyResult}/co-authors/" + RoleHost.AccountOf(Role.Engineer), row => row with
        {
            Each = s => s.InviteEngineerAsync(),
        }),
    ];

    /// <summary>The company tree is everybody's; a team's part of it is not there for whoever browses none of its projects.</summary>
    private static IEnumerable<RoleRow> CompanyTree() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("GetCompanyTree", Site,              "A  A  A  A  A  A  A  P  A", "GET company/tree"),
        new("ListCompanyOwners", Site,           "A  A  A  A  A  A  A  P  A", "GET company/owners"),
        new("ShowCompanyView", Site,             "A  A  A  A  A  A  A  P  A", "GET company/view"),
        new("ShowCompanyTop", Site,              "A  A  A  A  A  A  A  P  A", "GET company/top"),
        new("ShowCompanyScopes", Site,           "A  A  A  A  A  A  A  P  A", "GET company/scopes"),
        new("ShowCompanyObjective", Team,        "N  A  A  A  A  A  N  P  N", "GET company/tree/{objective}"),
        new("ShowCompanyObjective", Company,     "A  A  A  A  A  A  A  P  N", "GET company/tree/{objective}"),
        new("ShowCompanyServedBy", Team,         "N  A  A  A  A  A  N  P  N", "GET company/tree/{objective}/served-by"),
        new("ShowCompanyServedBy", Company,      "A  A  A  A  A  A  A  P  N", "GET company/tree/{objective}/served-by"),
        new("ShowCompanyGroup", Team,            "N  A  A  A  A  A  N  P  N", "GET company/groups/unconnected/{scope}"),
        new("ShowCompanyGroup", Department,      "A  A  A  A  A  A  A  P  N", "GET company/groups/unconnected/{scope}"),
    ];

    private static IEnumerable<RoleRow> Scopes() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("ListScopes", Site,                  "A  A  A  A  A  A  A  P  A", "GET scopes"),
        new("AddScope", Site,                    "A  F  F  F  F  F  F  P  A", "POST scopes") { Body = s => s.Scope("department") },
        new("GetScope", Team,                    "A  A  A  A  A  A  F  P  N", "GET scopes/{scope}"),
        new("GetScope", Company,                 "A  A  A  A  A  A  A  P  N", "GET scopes/{scope}"),
        new("EditScope", Team,                   "A  A  A  F  F  F  F  P  N", "PUT scopes/{scope}")
        {
            Body = s => s.Scope(null, s["company"]),
            BadBody = s => new() { ["parentId"] = s["company"] },
            Version = "scopes/{scope}",
        },
        new("EditScope", Team,                   "A  F  F  F  F  F  F  P  N", "PUT scopes/{scope}") { Variant = "its place", Body = s => s.Scope(null), Version = "scopes/{scope}" },
        new("EditScope", Department,             "A  F  F  F  F  F  F  P  N", "PUT scopes/{scope}") { Body = s => s.Scope(null, s["company"]), Version = "scopes/{scope}" },
        new("EditScope", Company,                "A  F  F  F  F  F  F  P  N", "PUT scopes/{scope}") { Body = s => s.Scope(null), Version = "scopes/{scope}" },
        new("MapProject", Team,                  "A  A  F  F  F  F  F  P  N", "PUT scopes/{scope}/projects/{free}"),
        new("MapProject", Team,                  "A  F  F  F  F  F  F  P  N", "PUT scopes/{scope}/projects/{free}") { Variant = "which is another team's", Once = s => s.GiveFreeProjectAwayAsync() },
        new("UnmapProject", Team,                "A  A  F  F  F  F  F  P  N", "DELETE scopes/{scope}/projects/{free}") { Each = s => s.MapFreeProjectAsync() },
    ];

    private static IEnumerable<RoleRow> Cycles() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("ListCycles", Site,                  "A  A  A  A  A  A  A  P  A", "GET cycles"),
        new("GetCycle", Site,                    "A  A  A  A  A  A  A  P  N", "GET cycles/{cycle}"),
        new("PlanCycle", Site,                   "A  F  F  F  F  F  F  P  A", "POST cycles") { Body = s => s.Cycle() },
        new("EditCycle", Site,                   "A  F  F  F  F  F  F  P  N", "PUT cycles/{cycle}") { Body = s => s.Cycle("Renamed"), Version = "cycles/{cycle}", Once = s => s.PlanCycleAsync() },
        new("MoveCycle", Site,                   "A  F  F  F  F  F  F  P  N", "POST cycles/{cycle}/transitions") { Body = _ => To("closing") },
        new("MoveCycle", Site,                   "A  F  A  F  F  F  F  P  N", "POST cycles/{cycle}/transitions")
        {
            Variant = "back from its end, which the company's owner may too",
            Body = _ => To("reopen"),
            Each = s => s.CloseCycleAsync(),
            BadBody = _ => To("reopen"),
        },
        new("ListCycleSnapshots", Site,          "A  F  F  F  F  F  F  P  N", "GET cycles/{cycle}/snapshots") { Once = s => s.CloseCycleAsync() },
        new("GetCycleSnapshot", Site,            "A  F  F  F  F  F  F  P  N", "GET cycles/{cycle}/snapshots/{snapshot}") { Once = s => s.CloseCycleAsync() },
        new("CarryForward", Site,                "A  F  F  F  F  F  F  P  N", "POST cycles/{cycle}/carry-forward")
        {
            Body = s => new() { ["targetCycleId"] = s["next"] },
            Once = s => s.PlanNextCycleAsync(),
        },
    ];

    private static IEnumerable<RoleRow> Administration() =>
    [
        //                                        Ja Pa So Ko En Vi Ou An Ot
        new("GetAdminPanel", Site,               "A  F  F  F  F  F  F  P  A", "GET admin/panel"),
        new("GetSnapshotsPanel", Site,           "A  F  F  F  F  F  F  P  N", "GET admin/cycles/{cycle}/snapshots") { Once = s => s.CloseCycleAsync() },
        new("ListAudit", Site,                   "A  F  F  F  F  F  F  P  A", "GET audit"),
        new("ExportAudit", Site,                 "A  F  F  F  F  F  F  P  A", "GET audit/export"),
        new("ExportOkrs", Site,                  "A  F  F  F  F  F  F  P  A", "GET export"),
        new("StartImport", Site,                 "A  F  F  F  F  F  F  P  A", "POST imports") { File = s => s.FileAsync() },
        new("ListImports", Site,                 "A  F  F  F  F  F  F  P  A", "GET imports") { Once = s => s.CheckImportAsync() },
        new("GetImport", Site,                   "A  F  F  F  F  F  F  P  N", "GET imports/{import}") { Once = s => s.CheckImportAsync() },
        new("CommitImport", Site,                "A  F  F  F  F  F  F  P  N", "POST imports/{import}/commit") { Once = s => s.CheckImportAsync() },
        new("CancelImport", Site,                "A  F  F  F  F  F  F  P  N", "DELETE imports/{import}") { Once = s => s.CheckImportAsync() },
    ];

    /// <summary>The same of a team (first) and of the company (second).</summary>
    private static IEnumerable<RoleRow> OfBoth(string operation, string ofTeam, string ofCompany, string request, Func<RoleRow, RoleRow>? complete = null)
    {
        complete ??= row => row;
        return [complete(new RoleRow(operation, Team, ofTeam, request)), complete(new RoleRow(operation, Company, ofCompany, request))];
    }

    private static JsonObject Objective(RoleSite site) => new() { ["title"] = $"Nobody waits {site.Mark}" };

    private static JsonObject To(string state) => new() { ["to"] = state };

    private static JsonObject LintIn(RoleSite site)
    {
        var body = site.KeyResult();
        body["scopeId"] = site["scope"];
        return body;
    }
}
