using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.KeyResults;

/// <summary>Adds and edits key results and records their values by hand.</summary>
public sealed class WriteKeyResult(IKeyResultStore keyResults, IObjectiveStore objectives, IScopeStore scopes, ScopeAuthority authority, IAuditTrail audit, IUnitOfWork work, TimeProvider clock)
{
    private static readonly DomainError Missing = new(ErrorKind.NotFound, "key_result.not_found", "There is no such key result on this site.");

    private static readonly DomainError ObjectiveMissing = new(ErrorKind.NotFound, "objective.not_found", "There is no such objective on this site.");

    private static readonly DomainError Stale =
        new(ErrorKind.Conflict, "key_result.changed_meanwhile", "Somebody changed this key result since you opened it. Reload to see their version.");

    /// <summary>Adds a key result to an objective, as a draft or active.</summary>
    public async Task<Outcome<KeyResult>> AddAsync(TenantId tenant, AccountId actor, ObjectiveId objectiveId, KeyResultDraft draft, CancellationToken ct)
    {
        if (await objectives.FindAsync(tenant, objectiveId, ct) is not { } objective || await scopes.FindAsync(tenant, objective.Scope, ct) is not { } scope)
        {
            return ObjectiveMissing;
        }

        if (await authority.CheckWriteAsync(tenant, actor, scope, ct) is { } refusal)
        {
            return refusal;
        }

        if (Check(draft, KeyResultState.Draft) is { } invalid)
        {
            return invalid;
        }

        return await work.RunAsync<Outcome<KeyResult>>(
            async ct =>
            {
                if (draft.State == KeyResultState.Active && await FindCrowdAsync(tenant, objectiveId, ct) is { } crowd)
                {
                    return crowd;
                }

                var keyResult = Write(
                    new KeyResult
                    {
                        Id = KeyResultId.New(),
                        Number = await keyResults.NextNumberAsync(tenant, ct),
                        Objective = objectiveId,
                        Title = "",
                        Direction = KeyResultDirection.Increase,
                        From = 0,
                        To = 1,
                        Unit = "",
                        Owner = default,
                        State = KeyResultState.Draft,
                    },
                    draft);
                await keyResults.AddAsync(tenant, keyResult, actor, ct);
                await audit.AppendAsync(tenant, AuditEntry.ByPerson(actor, "key_result.added", "key_result", keyResult.Id.Value.ToString("D"), after: Facts(keyResult)), ct);
                return keyResult;
            },
            ct);
    }

    /// <summary>Replaces what a key result says; its values stay.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="id">The key result.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="draft">What was written.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<KeyResult>> EditAsync(TenantId tenant, AccountId actor, KeyResultId id, int version, KeyResultDraft draft, CancellationToken ct)
    {
        var found = await FindForAsync(tenant, actor, id, ct);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var before = found.Value;
        if (Check(draft, before.State) is { } invalid)
        {
            return invalid;
        }

        return await work.RunAsync<Outcome<KeyResult>>(
            async ct =>
            {
                var activates = draft.State == KeyResultState.Active && before.State != KeyResultState.Active;
                if (activates && await FindCrowdAsync(tenant, before.Objective, ct) is { } crowd)
                {
                    return crowd;
                }

                var after = Write(before, draft) with { Version = version };
                if (!await keyResults.UpdateAsync(tenant, after, actor, ct))
                {
                    return Stale;
                }

                await audit.AppendAsync(tenant, AuditEntry.ByPerson(actor, "key_result.edited", "key_result", id.Value.ToString("D"), Facts(before), Facts(after)), ct);
                return after with { Version = version + 1 };
            },
            ct);
    }

    /// <summary>Records a value by hand. A correction is a new value; nothing is overwritten.</summary>
    public async Task<Outcome<KeyResultValue>> RecordValueAsync(
        TenantId tenant, AccountId actor, KeyResultId id, decimal? value, string? note, CancellationToken ct)
    {
        var found = await FindForAsync(tenant, actor, id, ct);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        return await work.RunAsync<Outcome<KeyResultValue>>(
            async ct =>
            {
                // Read again where it is written: somebody may have ended it, or recorded a value, since.
                if (await keyResults.FindAsync(tenant, id, ct) is not { } before)
                {
                    return Missing;
                }

                if (Check(before, value, note) is { } invalid)
                {
                    return invalid;
                }

                var text = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
                var now = clock.GetUtcNow();
                var recorded = new KeyResultValue(Guid.CreateVersion7(), id, value!.Value, now, now, KeyResultSource.Manual, actor, text);
                await keyResults.AppendValueAsync(tenant, recorded, ct);
                await keyResults.SaveSummaryAsync(tenant, id, SeriesRules.Summarize(before, await keyResults.ListValuesAsync(tenant, id, ct), await FindZoneAsync(tenant, before, ct)), ct);
                await audit.AppendAsync(
                    tenant,
                    AuditEntry.ByPerson(
                        actor,
                        "key_result.value_recorded",
                        "key_result",
                        id.Value.ToString("D"),
                        new Dictionary<string, string?>(StringComparer.Ordinal) { ["value"] = before.Current is { } old ? KeyResultText.Number(old) : null },
                        new Dictionary<string, string?>(StringComparer.Ordinal) { ["value"] = KeyResultText.Number(recorded.Value), ["note"] = text }),
                    ct);
                return recorded;
            },
            ct);
    }

    private static DomainError? Check(KeyResult keyResult, decimal? value, string? note)
    {
        List<FieldError> errors = [];
        if (value is null)
        {
            errors.Add(new("value", "key_result.value_missing", "Say what the number is now."));
        }
        else if (!Measurement.Fits(value.Value))
        {
            errors.Add(new("value", "key_result.value_out_of_range", Measurement.RangeHint));
        }

        if (note?.Trim().Length > KeyResultValue.MaxNote)
        {
            errors.Add(new("note", "key_result.note_too_long", $"Keep the note within {KeyResultValue.MaxNote} characters."));
        }
        else if (note is not null && !PlainText.IsLines(note))
        {
            errors.Add(new("note", "key_result.note_invalid", PlainText.Hint));
        }

        if (keyResult.State != KeyResultState.Active)
        {
            errors.Add(new("value", "key_result.not_active", "Only an active key result takes values."));
        }

        return errors.Count > 0 ? DomainError.Invalid(errors) : null;
    }

    /// <summary>Null when the objective can take one more active key result; else why not. It is counted in the transaction that activates.</summary>
    private async Task<DomainError?> FindCrowdAsync(TenantId tenant, ObjectiveId objective, CancellationToken ct) =>
        (await keyResults.ListOfAsync(tenant, objective, ct)).Count(k => k.State == KeyResultState.Active) < Objective.MostActiveKeyResults
            ? null
            : DomainError.Invalid(new FieldError(
                "state",
                "key_result.too_many_active",
                $"An objective takes at most {Objective.MostActiveKeyResults} active key results. End one first, or keep this one as a draft."));

    private async Task<Outcome<KeyResult>> FindForAsync(TenantId tenant, AccountId actor, KeyResultId id, CancellationToken ct)
    {
        if (await keyResults.FindAsync(tenant, id, ct) is not { } keyResult
            || await objectives.FindAsync(tenant, keyResult.Objective, ct) is not { } objective
            || await scopes.FindAsync(tenant, objective.Scope, ct) is not { } scope)
        {
            return Missing;
        }

        return await authority.CheckWriteAsync(tenant, actor, scope, keyResult, ct) is { } refusal ? refusal : keyResult;
    }

    private async Task<string> FindZoneAsync(TenantId tenant, KeyResult keyResult, CancellationToken ct) =>
        await objectives.FindAsync(tenant, keyResult.Objective, ct) is { } objective && await scopes.FindAsync(tenant, objective.Scope, ct) is { } scope
            ? scope.TimeZone
            : throw new InvalidOperationException("A key result has an objective, and an objective a scope.");

    private static DomainError? Check(KeyResultDraft draft, KeyResultState state)
    {
        List<FieldError> errors = [.. draft.Validate()];
        if (state != draft.State && !KeyResultLifecycle.Allows(state, draft.State))
        {
            errors.Add(new("state", "key_result.illegal_transition", $"A key result cannot go from {state} to {draft.State}."));
        }

        return errors.Count > 0 ? DomainError.Invalid(errors) : null;
    }

    private static KeyResult Write(KeyResult keyResult, KeyResultDraft draft) => keyResult with
    {
        Title = draft.Title!.Trim(),
        Direction = KeyResultDraft.DirectionOf(draft.From!.Value, draft.To!.Value),
        From = draft.From.Value,
        To = draft.To.Value,
        Unit = draft.Unit!.Trim(),
        Per = draft.Per,
        Owner = draft.Owner!.Value,
        State = draft.State,
    };

    private static string? Text(decimal? value) => value is { } known ? KeyResultText.Number(known) : null;

    private static Dictionary<string, string?> Facts(KeyResult keyResult) => new(StringComparer.Ordinal)
    {
        ["title"] = keyResult.Title,
        ["from"] = Text(keyResult.From),
        ["to"] = Text(keyResult.To),
        ["unit"] = keyResult.Unit,
        ["per"] = keyResult.Per.ToString(),
        ["owner"] = keyResult.Owner?.Value,
        ["state"] = keyResult.State.ToString(),
    };
}
