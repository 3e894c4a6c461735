using Addon.Core.Objectives;

namespace Addon.Web.Objectives;

/// <summary>An objective as the API gives it.</summary>
internal sealed record ObjectiveResponse(Guid Id, string Key, string Title, Guid? ParentObjectiveId, Guid? ParentKeyResultId, string? Contribution, int Version)
{
    /// <summary>The objective in the API's words. One parent is named: the key result if there is one.</summary>
    public static ObjectiveResponse Of(Objective objective) => new(
        objective.Id.Value,
        objective.Key,
        objective.Title,
        objective.Parent is { KeyResult: null } ? objective.Parent.Objective.Value : null,
        objective.Parent?.KeyResult?.Value,
        objective.Contribution,
        objective.Version);
}
