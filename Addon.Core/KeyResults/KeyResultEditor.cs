using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Numbers;

namespace Addon.Core.KeyResults;

/// <summary>Carries out one change of a key result: role, version and cycle are checked, the change is decided on what the transaction reads, stored and audited.</summary>
public sealed class KeyResultEditor(KeyResultAccess access, IKeyResultStore keyResults, IAuditTrail audit, IUnitOfWork work)
{
    /// <summary>Carries out <paramref name="edit"/>.</summary>
    /// <param name="edit">What is done.</param>
    /// <param name="decide">Says from what the transaction reads how the key result shall be, or why not. A refusal does not roll back: it writes nothing before it is sure.</param>
    /// <param name="then">What else is written with it, given the key result in its place as it was and as it is now stored; null for nothing.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Outcome<KeyResult>> RunAsync(
        KeyResultEdit edit,
        Func<KeyResultPlace, CancellationToken, Task<Outcome<KeyResult>>> decide,
        Func<KeyResultPlace, KeyResult, CancellationToken, Task>? then,
        CancellationToken ct)
    {
        var allowed = await access.ForWritingAsync(edit.Tenant, edit.Actor, edit.KeyResult, ct);
        return allowed.Succeeded
            ? await work.RunAsync(ct => ChangeAsync(edit, decide, then, ct), ct)
            : allowed.Error;
    }

    /// <summary>The same for a decision that needs nothing but the key result in its place.</summary>
    internal Task<Outcome<KeyResult>> RunAsync(KeyResultEdit edit, Func<KeyResultPlace, Outcome<KeyResult>> decide, CancellationToken ct) =>
        RunAsync(edit, (place, _) => Task.FromResult(decide(place)), null, ct);

    /// <summary>The same for a change after which the series is judged by other bounds.</summary>
    internal Task<Outcome<KeyResult>> RunAndSummarizeAsync(KeyResultEdit edit, Func<KeyResultPlace, Outcome<KeyResult>> decide, CancellationToken ct) =>
        RunAsync(edit, (place, _) => Task.FromResult(decide(place)), (before, after, ct) => SummarizeAsync(edit.Tenant, before with { KeyResult = after }, ct), ct);

    /// <summary>Keeps what the series comes to for the key result as it is now; after a value it is the whole series that counts.</summary>
    internal async Task<SeriesSummary> SummarizeAsync(TenantId tenant, KeyResultPlace place, CancellationToken ct)
    {
        var summary = SeriesRules.Summarize(place.KeyResult, await keyResults.ListValuesAsync(tenant, place.KeyResult.Id, ct), place.Scope.TimeZone);
        await keyResults.SaveSummaryAsync(tenant, place.KeyResult.Id, summary, ct);
        return summary;
    }

    private async Task<Outcome<KeyResult>> ChangeAsync(
        KeyResultEdit edit,
        Func<KeyResultPlace, CancellationToken, Task<Outcome<KeyResult>>> decide,
        Func<KeyResultPlace, KeyResult, CancellationToken, Task>? then,
        CancellationToken ct)
    {
        if (await access.FindAsync(edit.Tenant, edit.KeyResult, ct) is not { } place)
        {
            return KeyResultErrors.Missing;
        }

        if (edit.Version is { } seen && seen != place.KeyResult.Version)
        {
            return KeyResultErrors.Stale;
        }

        if (CycleRule.Check(place.Cycle, edit.Need) is { } refusal)
        {
            return refusal;
        }

        var decided = await decide(place, ct);
        if (!decided.Succeeded)
        {
            return decided.Error;
        }

        return decided.Value == place.KeyResult ? decided : await StoreAsync(edit, place, decided.Value, then, ct);
    }

    private async Task<Outcome<KeyResult>> StoreAsync(
        KeyResultEdit edit, KeyResultPlace before, KeyResult after, Func<KeyResultPlace, KeyResult, CancellationToken, Task>? then, CancellationToken ct)
    {
        if (!await keyResults.UpdateAsync(edit.Tenant, after, edit.Actor, ct))
        {
            return KeyResultErrors.Stale;
        }

        if (then is not null)
        {
            await then(before, after, ct);
        }

        var facts = KeyResultFacts.Difference(before.KeyResult, after);
        if (KeyResultDraft.TextOf(edit.Reason) is { } reason)
        {
            facts.After["reason"] = reason;
        }

        await audit.AppendAsync(
            edit.Tenant, AuditEntry.ByPerson(edit.Actor, edit.Action, "key_result", edit.KeyResult.Value.ToString("D"), facts.Before, facts.After), ct);

        // Read again: what was written with it (a summary) belongs to the answer, too.
        return (await keyResults.FindAsync(edit.Tenant, edit.KeyResult, ct))!;
    }
}
