using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Objectives;

/// <summary>What an objective needs before it is pursued.</summary>
public static class ObjectiveActivation
{
    /// <summary>Which names are missing: its own owner, and the one person who maps the scope's work.</summary>
    public static IReadOnlyList<FieldError> FindMissingNames(Objective objective, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(scope);
        List<FieldError> missing = [];
        if (objective.Owner is null)
        {
            missing.Add(new("owner", "objective.owner_missing", "Name the one person who answers for this objective first."));
        }

        if (scope.MappingOwner is null)
        {
            missing.Add(new("mappingOwner", "scope.mapping_owner_missing", $"Name the mapping owner of {scope.Name} first: one person keeps its work and its key results together."));
        }

        return missing;
    }

    /// <summary>Everything that is missing: names, and a key result that is running or could be started as it stands.</summary>
    public static IReadOnlyList<FieldError> FindMissing(Objective objective, Scope scope, IEnumerable<KeyResult> keyResults)
    {
        ArgumentNullException.ThrowIfNull(keyResults);
        return
        [
            .. FindMissingNames(objective, scope),
            .. keyResults.Any(IsActivatable)
                ? Array.Empty<FieldError>()
                : [new("keyResults", "objective.no_activatable_key_result", "Write one key result to its end first: with a from, a to, a unit and an owner.")],
        ];
    }

    /// <summary>Whether a key result is running, or is a draft with everything that structure asks for.</summary>
    internal static bool IsActivatable(KeyResult keyResult) => keyResult.State switch
    {
        KeyResultState.Active or KeyResultState.Baselining => true,
        KeyResultState.Draft => keyResult is { Owner: not null, Unit: not null } && HasTarget(keyResult),
        _ => false,
    };

    private static bool HasTarget(KeyResult keyResult) => keyResult.Direction switch
    {
        KeyResultDirection.KeepAtLeast => keyResult.Low is not null,
        KeyResultDirection.KeepAtMost => keyResult.High is not null,
        KeyResultDirection.KeepBetween => keyResult is { Low: { } low, High: { } high } && low < high,
        KeyResultDirection.Decrease => keyResult is { From: { } from, To: { } to } && to < from,
        _ => keyResult is { From: { } from, To: { } to } && to > from,
    };
}
