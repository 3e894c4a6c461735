using Addon.Core.Objectives;
using Addon.Web.Http;

namespace Addon.Web.Objectives;

/// <summary>An objective as the API gives it.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Key">The key that people see.</param>
/// <param name="ScopeId">Whose it is.</param>
/// <param name="CycleId">In which cycle.</param>
/// <param name="Title">What is wanted.</param>
/// <param name="Why">Why it matters now.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="ParentObjectiveId">The objective that it serves as a whole.</param>
/// <param name="ParentKeyResultId">The key result that it serves; one parent is named, this one if there is one.</param>
/// <param name="Contribution">How it contributes.</param>
/// <param name="StandaloneReason">Why it serves nothing.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Outcome">How it ended, when it is closed.</param>
/// <param name="ActivatedAt">When it became active.</param>
/// <param name="CarriedFromId">The objective of an earlier cycle that it carries on.</param>
/// <param name="Version">The version, as in the entity tag.</param>
internal sealed record ObjectiveResponse(
    Guid Id,
    string Key,
    Guid ScopeId,
    Guid CycleId,
    string Title,
    string? Why,
    string? Owner,
    Guid? ParentObjectiveId,
    Guid? ParentKeyResultId,
    string? Contribution,
    string? StandaloneReason,
    string State,
    string? Outcome,
    DateTimeOffset? ActivatedAt,
    Guid? CarriedFromId,
    int Version)
{
    /// <summary>The objective in the API's words.</summary>
    public static ObjectiveResponse Of(Objective objective) => new(
        objective.Id.Value,
        objective.Key,
        objective.Scope.Value,
        objective.Cycle.Value,
        objective.Title,
        objective.Why,
        objective.Owner?.Value,
        objective.Parent is { KeyResult: null } ? objective.Parent.Objective.Value : null,
        objective.Parent?.KeyResult?.Value,
        objective.Contribution,
        objective.StandaloneReason,
        WireEnum.Of(objective.State),
        objective.Outcome is { } outcome ? WireEnum.Of(outcome) : null,
        objective.ActivatedAt,
        objective.CarriedFrom?.Value,
        objective.Version);
}
