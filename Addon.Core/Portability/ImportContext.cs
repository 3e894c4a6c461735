using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>What the parts of the planner share: what is stored, what the file names, and the plan so far.</summary>
internal sealed class ImportContext
{
    public ImportContext(OkrArchive existing, AccountId actor, DateTimeOffset now)
    {
        Existing = existing;
        Actor = actor;
        Now = now;
        var paths = ScopePaths.Of(existing.Scopes, existing.Projects);
        PathOf = paths.ToDictionary(p => p.Key, p => p.Value);
        Scopes = existing.Scopes.ToDictionary(s => paths[s.Id], StringComparer.Ordinal);
        Cycles = existing.Cycles.ToDictionary(c => c.Name, StringComparer.Ordinal);
        KeyResultsOf = existing.KeyResults.ToLookup(k => k.Objective);
    }

    public OkrArchive Existing { get; }

    public AccountId Actor { get; }

    public DateTimeOffset Now { get; }

    public ImportPlan Plan { get; } = new();

    public Dictionary<ScopeId, string> PathOf { get; }

    /// <summary>By path, those that will be there.</summary>
    public Dictionary<string, Scope> Scopes { get; }

    /// <summary>By name, those that will be there.</summary>
    public Dictionary<string, Cycle> Cycles { get; }

    /// <summary>What the import makes may hold anything that its file says: it is a history that comes along.</summary>
    public HashSet<CycleId> NewCycles { get; } = [];

    public ILookup<ObjectiveId, KeyResult> KeyResultsOf { get; }

    public void Refuse(string row, string column, string code, string message) => Plan.Problems.Add(new(row, column, code, message));

    public void Refuse(string row, IEnumerable<FieldError> errors) => Plan.Problems.AddRange(errors.Select(e => new ImportProblem(row, e.Field, e.Code, e.Message)));

    public void Note(string row, string column, string code, string message) => Plan.Notes.Add(new(row, column, code, message));

    /// <summary>Nothing changes in a cycle that was closed before.</summary>
    public bool IsClosed(Cycle cycle) => cycle.State == CycleState.Closed && !NewCycles.Contains(cycle.Id);

    /// <summary>Nothing begins in a cycle that is being graded.</summary>
    public bool IsClosing(Cycle cycle) => cycle.State is CycleState.Closing or CycleState.Closed && !NewCycles.Contains(cycle.Id);

    public AccountId? AccountOf(string row, string column, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var account = new AccountId(text.Trim());
        if (!account.IsWellFormed)
        {
            Refuse(row, column, "import.account_invalid", "That is not an Atlassian account id.");
        }

        return account;
    }
}
