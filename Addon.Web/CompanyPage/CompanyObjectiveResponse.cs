using Addon.Core.Company;
using Addon.Web.Http;

namespace Addon.Web.CompanyPage;

/// <summary>An objective of the tree as the API gives it, with all that serves it.</summary>
internal sealed record CompanyObjectiveResponse
{
    /// <summary>Our id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key that people see.</summary>
    public required string Key { get; init; }

    /// <summary>What is wanted.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands, when it serves nothing that is here; else null.</summary>
    public string? Place { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid ScopeId { get; init; }

    /// <summary>The name of that.</summary>
    public required string ScopeName { get; init; }

    /// <summary>How high that stands.</summary>
    public required string ScopeKind { get; init; }

    /// <summary>In which cycle.</summary>
    public required Guid CycleId { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required string State { get; init; }

    /// <summary>How it contributes to what it serves.</summary>
    public string? Contribution { get; init; }

    /// <summary>Why it serves nothing.</summary>
    public string? StandaloneReason { get; init; }

    /// <summary>Its health, or null when no key result is active.</summary>
    public string? Health { get; init; }

    /// <summary>The weighted share, 0 to 1, or null while nothing is measured.</summary>
    public decimal? Progress { get; init; }

    /// <summary>How many key results of <see cref="Total"/> are measured.</summary>
    public required int Measured { get; init; }

    /// <summary>How many count.</summary>
    public required int Total { get; init; }

    /// <summary>Whether it is what was looked for, and not only what that serves.</summary>
    public required bool IsMatch { get; init; }

    /// <summary>Whether its cycle does not lie within that of what it serves.</summary>
    public required bool IsPeriodMismatch { get; init; }

    /// <summary>Its key results.</summary>
    public required IReadOnlyList<CompanyKeyResultResponse> KeyResults { get; init; }

    /// <summary>What serves it as a whole.</summary>
    public required IReadOnlyList<CompanyObjectiveResponse> ServedBy { get; init; }

    /// <summary>How many more, of teams that cannot be seen.</summary>
    public required int HiddenServing { get; init; }

    /// <summary>The objective in the API's words.</summary>
    public static CompanyObjectiveResponse Of(CompanyObjective item, CompanyPlace? place = null) => new()
    {
        Id = item.Objective.Id.Value,
        Key = item.Objective.Key,
        Title = item.Objective.Title,
        Place = place is { } at ? WireEnum.Of(at) : null,
        ScopeId = item.Scope.Id.Value,
        ScopeName = item.Scope.Name,
        ScopeKind = WireEnum.Of(item.Scope.Kind),
        CycleId = item.Cycle.Id.Value,
        Owner = item.Objective.Owner?.Value,
        State = WireEnum.Of(item.Objective.State),
        Contribution = item.Objective.Contribution,
        StandaloneReason = item.Objective.StandaloneReason,
        Health = item.Numbers.Health is { } health ? WireEnum.Of(health) : null,
        Progress = item.Numbers.Progress,
        Measured = item.Numbers.Measured,
        Total = item.Numbers.Total,
        IsMatch = item.IsMatch,
        IsPeriodMismatch = item.OutsideOf is not null,
        KeyResults = [.. item.KeyResults.Select(CompanyKeyResultResponse.Of)],
        ServedBy = [.. item.Served.By.Select(o => Of(o))],
        HiddenServing = item.Served.Hidden,
    };
}
