namespace Addon.Core.Company;

/// <summary>The objectives that serve one key result, or one objective as a whole.</summary>
public sealed class CompanyServed
{
    private readonly List<CompanyObjective> _by = [];

    /// <summary>Those that are shown, by scope and number.</summary>
    public IReadOnlyList<CompanyObjective> By => _by;

    /// <summary>How many more are of teams that the person cannot see. No filter changes it: it would tell what is behind the number.</summary>
    public int Hidden { get; private set; }

    internal void Add(CompanyObjective objective) => _by.Add(objective);

    internal void Hide() => Hidden++;
}
