using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Company;

/// <summary>An objective in the tree.</summary>
public sealed class CompanyObjective
{
    internal CompanyObjective(Objective objective, Scope scope, Cycle cycle, IEnumerable<KeyResult> keyResults, DateTimeOffset now)
    {
        Objective = objective;
        Scope = scope;
        Cycle = cycle;
        KeyResults = [.. keyResults.Select(k => new CompanyKeyResult(k, known => KeyResultNumbers.Of(known, cycle, scope, now)))];
    }

    /// <summary>The objective.</summary>
    public Objective Objective { get; }

    /// <summary>Whose it is.</summary>
    public Scope Scope { get; }

    /// <summary>In which cycle.</summary>
    public Cycle Cycle { get; }

    /// <summary>Its key results, by number.</summary>
    public IReadOnlyList<CompanyKeyResult> KeyResults { get; }

    /// <summary>The objectives that serve it as a whole.</summary>
    public CompanyServed Served { get; } = new();

    /// <summary>What its key results come to. Computed when somebody asks.</summary>
    public ObjectiveNumbers Numbers => field ??= ObjectiveNumbers.Of(KeyResults.Select(k => (k.KeyResult, k.Numbers)));

    /// <summary>Whether it is what was looked for; else it is here because something below it is.</summary>
    public bool IsMatch { get; internal set; }

    /// <summary>The cycle of what it serves, when its own does not lie within that one; else null.</summary>
    public Cycle? OutsideOf { get; internal set; }

    /// <summary>The key result of that id, or null.</summary>
    public CompanyKeyResult? Find(KeyResultId id) => KeyResults.FirstOrDefault(k => k.KeyResult.Id == id);

    /// <summary>Whether it, or a key result of it, is owned by that person and has that health. Both are asked of the same thing: what is Anna's and stale.</summary>
    internal bool Fits(CompanyFilter filter) =>
        Fits(filter, Objective.Owner, () => Numbers.Health) || KeyResults.Any(k => Fits(filter, k.KeyResult.Owner, () => k.Numbers.Health));

    private static bool Fits(CompanyFilter filter, AccountId? owner, Func<Health?> health) =>
        (filter.Owner is null || filter.Owner == owner) && (filter.Health is null || filter.Health == health());
}
