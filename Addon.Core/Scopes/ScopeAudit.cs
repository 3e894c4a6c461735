using System.Globalization;
using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>What the audit says about scopes.</summary>
internal static class ScopeAudit
{
    public static AuditEntry Added(AccountId actor, Scope scope) => Entry(actor, "scope.added", scope.Id, null, Facts(scope));

    public static AuditEntry Edited(AccountId actor, Scope before, Scope after) => Entry(actor, "scope.edited", before.Id, Facts(before), Facts(after));

    public static AuditEntry Mapped(AccountId actor, ScopeId scope, ProjectId project, ScopeId? from) =>
        Entry(actor, "scope.project_mapped", scope, from is { } old ? Project(project, old) : null, Project(project, scope));

    public static AuditEntry Unmapped(AccountId actor, ScopeId scope, ProjectId project) => Entry(actor, "scope.project_unmapped", scope, Project(project, scope), null);

    private static AuditEntry Entry(AccountId actor, string action, ScopeId scope, Dictionary<string, string?>? before, Dictionary<string, string?>? after) =>
        AuditEntry.ByPerson(actor, action, "scope", scope.Value.ToString("D"), before, after);

    private static Dictionary<string, string?> Project(ProjectId project, ScopeId scope) =>
        new(StringComparer.Ordinal) { ["projectId"] = project.ToString(), ["scopeId"] = scope.Value.ToString("D") };

    private static Dictionary<string, string?> Facts(Scope scope) => new(StringComparer.Ordinal)
    {
        ["kind"] = scope.Kind.ToString(),
        ["name"] = scope.Name,
        ["parent"] = scope.Parent?.Value.ToString("D"),
        ["owner"] = scope.Owner?.Value,
        ["mappingOwner"] = scope.MappingOwner?.Value,
        ["deputy"] = scope.Deputy?.Account.Value,
        ["deputyUntil"] = scope.Deputy?.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["rhythm"] = scope.Rhythm.ToString(),
        ["meetingDay"] = scope.MeetingDay.ToString(),
        ["dueTime"] = scope.DueTime.ToString("HH:mm", CultureInfo.InvariantCulture),
        ["timeZone"] = scope.TimeZone,
        ["holidays"] = string.Join(' ', scope.Holidays.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
    };
}
