using Addon.Core.Common;
using Addon.Core.Objectives;

namespace Addon.Web.Objectives;

/// <summary>An objective as the API takes it.</summary>
/// <param name="Title">What is wanted.</param>
/// <param name="Why">Why it matters now.</param>
/// <param name="Owner">The account id of the one person who answers for it.</param>
/// <param name="ParentObjectiveId">The objective that it serves.</param>
/// <param name="ParentKeyResultId">The key result that it serves.</param>
/// <param name="Contribution">How it contributes.</param>
/// <param name="StandaloneReason">Why it serves nothing.</param>
/// <param name="CycleId">In which cycle a new one is; the one of today when left out.</param>
/// <param name="TeamName">What to call the team if this is its first objective.</param>
internal sealed record ObjectiveBody(
    string? Title,
    string? Why,
    string? Owner,
    Guid? ParentObjectiveId,
    Guid? ParentKeyResultId,
    string? Contribution,
    string? StandaloneReason,
    Guid? CycleId,
    string? TeamName)
{
    private const int MaxTeamName = 120;

    /// <summary>The cycle of a new objective.</summary>
    public CycleId? Cycle => CycleId is { } id ? new CycleId(id) : null;

    /// <summary>What the domain judges.</summary>
    public ObjectiveDraft ToDraft() => new()
    {
        Title = Title,
        Why = Why,
        Owner = string.IsNullOrEmpty(Owner) ? null : new AccountId(Owner),
        ParentObjective = ParentObjectiveId is { } objective ? new ObjectiveId(objective) : null,
        ParentKeyResult = ParentKeyResultId is { } keyResult ? new KeyResultId(keyResult) : null,
        Contribution = Contribution,
        StandaloneReason = StandaloneReason,
    };

    /// <summary>The team's name: the one that was sent, else one made of the project's id.</summary>
    public Outcome<string> TeamNameFor(ProjectId project) => TeamName?.Trim() switch
    {
        { Length: > MaxTeamName } =>
            DomainError.Invalid(new FieldError("teamName", "objective.team_name_too_long", $"Keep the team's name within {MaxTeamName} characters.")),
        { Length: > 0 } name when !PlainText.IsLine(name) =>
            DomainError.Invalid(new FieldError("teamName", "objective.team_name_invalid", PlainText.Hint)),
        { Length: > 0 } name => name,
        _ => $"Project {project}",
    };
}
