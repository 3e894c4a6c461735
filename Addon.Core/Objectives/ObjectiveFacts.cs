using System.Globalization;
using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Core.Objectives;

/// <summary>What the audit keeps of an objective.</summary>
internal static class ObjectiveFacts
{
    /// <summary>An entry on what a person did to an objective.</summary>
    public static AuditEntry Entry(AccountId actor, string action, Objective? before, Objective? after) => AuditEntry.ByPerson(
        actor,
        action,
        "objective",
        (after ?? before)!.Id.Value.ToString("D"),
        before is null ? null : Of(before),
        after is null ? null : Of(after));

    private static Dictionary<string, string?> Of(Objective objective) => new(StringComparer.Ordinal)
    {
        ["title"] = objective.Title,
        ["why"] = objective.Why,
        ["owner"] = objective.Owner?.Value,
        ["parentObjectiveId"] = objective.Parent?.Objective.Value.ToString("D"),
        ["parentKeyResultId"] = objective.Parent?.KeyResult?.Value.ToString("D"),
        ["contribution"] = objective.Contribution,
        ["standaloneReason"] = objective.StandaloneReason,
        ["state"] = objective.State.ToString(),
        ["outcome"] = objective.Outcome?.ToString(),
        ["activatedAt"] = objective.ActivatedAt?.ToString("O", CultureInfo.InvariantCulture),
    };
}
