using System.Globalization;
using Addon.Core.Cycles;
using Addon.Core.Portability;
using Addon.Core.Scopes;

namespace Addon.Web.Portability;

/// <summary>Gathers the rows of one objective, and the scopes and cycles that the table names and the site does not have.</summary>
internal sealed class CsvGroups(CsvStored stored, List<ImportProblem> problems)
{
    private readonly Dictionary<(string Scope, string Cycle, string Identity), Group> groups = [];
    private readonly List<Group> ordered = [];
    private readonly Dictionary<string, TransferScope> scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TransferCycle> cycles = new(StringComparer.Ordinal);

    public bool IsEmpty => ordered.Count == 0;

    /// <summary>Where each objective begins.</summary>
    public Dictionary<TransferObjective, string> Rows { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The objective that a row belongs to; null when the row says too little.</summary>
    public Group? Find(CsvRow row)
    {
        if (row.Text("scope")?.Trim() is not { } scope)
        {
            row.Refuse("scope", "import.scope_missing", "Say whose objective it is.");
            return null;
        }

        if (row.Text("cycle")?.Trim() is not { } cycle)
        {
            row.Refuse("cycle", "import.cycle_missing", "Say in which cycle it is.");
            return null;
        }

        var (key, title) = (row.Text("objective_key")?.Trim(), row.Text("objective")?.Trim());
        if (key is null && title is null)
        {
            row.Refuse("objective", "objective.title_missing", "Say which objective it measures.");
            return null;
        }

        if (groups.TryGetValue((scope, cycle, key ?? "=" + title), out var known))
        {
            return known;
        }

        AddScope(row, scope);
        AddCycle(row, cycle);
        var before = stored.FindObjective(key, scope, cycle, title);
        var group = new Group(row, before, Overlay(row, before ?? new TransferObjective { Key = key, Scope = scope, Cycle = cycle, Title = title ?? "" }));
        groups[(scope, cycle, key ?? "=" + title)] = group;
        ordered.Add(group);
        return group;
    }

    public OkrTransfer ToTransfer()
    {
        var keys = ordered.SelectMany(g => g.KeyResults.Where(k => k.Key is not null).Select(k => (Key: k.Key!, g.Wanted)).Append((Key: g.Wanted.Key ?? "", g.Wanted)))
            .Where(p => p.Key.Length > 0)
            .GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Wanted, StringComparer.Ordinal);
        List<TransferObjective> objectives = [];
        foreach (var group in ordered)
        {
            var objective = group.Wanted with { KeyResults = group.KeyResults, Parent = ParentOf(group, keys) };
            Rows[objective] = group.Row.Row;
            objectives.Add(objective);
        }

        return new OkrTransfer { Scopes = [.. scopes.Values], Cycles = [.. cycles.Values], Objectives = objectives };
    }

    private static TransferObjective Overlay(CsvRow row, TransferObjective before) => before with
    {
        Title = row.Text("objective")?.Trim() ?? before.Title,
        Owner = row.Text("objective_owner", before.Owner)?.Trim(),
        Why = row.Text("why", before.Why),
        Contribution = row.Text("contribution", before.Contribution),
        StandaloneReason = row.Text("standalone_reason", before.StandaloneReason),
    };

    private TransferReference? ParentOf(Group group, Dictionary<string, TransferObjective> keys)
    {
        if (!group.Row.Has("serves"))
        {
            return group.Wanted.Parent;
        }

        if (group.Row.Text("serves")?.Trim() is not { } key)
        {
            return null;
        }

        if (stored.Refer(key) is { } known)
        {
            return known;
        }

        if (keys.TryGetValue(key, out var objective) && objective.Key is not null)
        {
            return new(objective.Key, key == objective.Key ? null : key, objective.Scope, objective.Cycle);
        }

        problems.Add(new(group.Row.Row, "serves", "objective.parent_not_found", $"{key} is neither here nor in the file."));
        return null;
    }

    /// <summary>Makes what is missing on the way to a scope: the first of several names is the company, the last the team, unless the kind is said.</summary>
    private void AddScope(CsvRow row, string path)
    {
        if (stored.HasScope(path) || scopes.ContainsKey(path))
        {
            return;
        }

        var names = ScopePaths.Split(path);
        for (var depth = 1; depth <= names.Count; depth++)
        {
            var part = ScopePaths.Join(names.Take(depth));
            var last = depth == names.Count;
            if (stored.HasScope(part) || scopes.ContainsKey(part))
            {
                continue;
            }

            var kind = last
                ? row.Word<ScopeKind>("scope_kind", null) ?? ScopeKind.Team
                : depth == 1 ? ScopeKind.Company : ScopeKind.Department;
            scopes[part] = new TransferScope
            {
                Path = part,
                Kind = kind,
                Name = names[depth - 1],
                Parent = depth == 1 ? null : ScopePaths.Join(names.Take(depth - 1)),
                MappingOwner = last ? row.Text("scope_mapping_owner")?.Trim() : null,
            };
        }
    }

    private void AddCycle(CsvRow row, string name)
    {
        if (stored.HasCycle(name) || cycles.ContainsKey(name))
        {
            return;
        }

        var (start, end) = (row.Day("cycle_start", null), row.Day("cycle_end", null));
        if (start is { } first && end is { } last)
        {
            var days = last.DayNumber - first.DayNumber + 1;
            cycles[name] = new TransferCycle { Name = name, Start = first, End = last, Kind = days > 300 ? CycleKind.Year : days is > 80 and < 100 ? CycleKind.Quarter : CycleKind.Custom };
        }
        else if (QuarterOf(name) is { } quarter)
        {
            cycles[name] = new TransferCycle { Name = name, Start = quarter.Start, End = quarter.End };
        }
    }

    /// <summary>"2026 Q4" says its days by itself.</summary>
    private static Cycle? QuarterOf(string name) =>
        name is [_, _, _, _, ' ', 'Q', >= '1' and <= '4']
        && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year > 1
            ? Cycle.QuarterOf(new DateOnly(year, ((name[6] - '1') * 3) + 1, 1))
            : null;

    /// <summary>An objective with its rows.</summary>
    internal sealed record Group(CsvRow Row, TransferObjective? Stored, TransferObjective Wanted)
    {
        public List<TransferKeyResult> KeyResults { get; } = [];
    }
}
