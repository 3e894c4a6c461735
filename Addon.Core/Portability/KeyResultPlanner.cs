using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Lint;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>Plans the key results of an import by the rules that hold for everybody.</summary>
internal sealed class KeyResultPlanner(ImportContext context, ImportIdentities identities, ImportSource source)
{
    private readonly HistoryPlanner histories = new(context);

    /// <summary>Puts one key result into the plan.</summary>
    /// <returns>Whether it becomes active by this import, and so its objective.</returns>
    public bool Plan(TransferKeyResult wanted, Objective objective, Scope scope, Cycle cycle, string row)
    {
        var identity = identities.KeyResults[wanted];
        var before = identity.Known;
        var start = before ?? StartOf(wanted, identity, objective, row);
        var draft = DraftOf(wanted);
        if (draft.Validate(cycle) is { Count: > 0 } errors)
        {
            context.Refuse(row, errors);
            return false;
        }

        var written = draft.ApplyTo(start) with
        {
            Source = wanted.Source,
            AcceptedHints = new ValueList<string>(wanted.AcceptedHints),
        };
        CheckTexts(wanted, row);
        var (after, begins) = before is null ? Begin(written, wanted, scope, cycle, row) : Continue(before, written, wanted, scope, cycle, row);
        var place = new KeyResultPlace(after, objective, scope, cycle);
        var history = histories.Plan(wanted, place, before is not null, row);
        if (before is not null)
        {
            AddTargetChange(before, after, cycle, wanted, history, row);
        }

        after = Summarize(after, history, scope);
        Keep(before, after, history, objective, cycle, row);
        return begins;
    }

    private KeyResult StartOf(TransferKeyResult wanted, KeyResultIdentity identity, Objective objective, string row)
    {
        KeyResultId? carried = wanted.CarriedFrom is { } reference ? identities.FindKeyResult(reference)?.KeyResult : null;
        if (wanted.CarriedFrom is not null && carried is null)
        {
            context.Note(row, "carriedFrom", "import.reference_left_out", $"{wanted.CarriedFrom.KeyResult}, which this carries on, is not here; the link is left out.");
        }

        return new KeyResult
        {
            Id = identity.Id,
            Number = identity.Number,
            Objective = objective.Id,
            Title = wanted.Title,
            Direction = KeyResultDirection.Increase,
            State = wanted.State,
            CarriedFrom = carried,
            Lift = wanted.Lift is { } lift && context.AccountOf(row, "lift", lift.By) is { } by ? new(by, lift.At, lift.Note) : null,
        };
    }

    /// <summary>A new one may come along at any place of its life; where it has no history of its own, that begins now.</summary>
    private (KeyResult After, bool Begins) Begin(KeyResult written, TransferKeyResult wanted, Scope scope, Cycle cycle, string row)
    {
        if (wanted.State == KeyResultState.Draft)
        {
            return (written, false);
        }

        var begins = wanted.ActivatedAt is null && wanted.BaseliningSince is null;
        var measured = wanted.State == KeyResultState.Baselining || (wanted.State == KeyResultState.Killed && wanted.ActivatedAt is null && !begins);
        if (begins)
        {
            RefuseUnready(written, scope, cycle, row);
        }
        else if (!measured)
        {
            context.Refuse(row, KeyResultTarget.Of(written).FindGaps(written.Direction));
        }

        CheckNames(written, row);
        if (wanted.State == KeyResultState.Killed && string.IsNullOrWhiteSpace(wanted.EndReason))
        {
            context.Refuse(row, "endReason", "key_result.reason_missing", "Say why it is dead, so that the next one learns from it.");
        }

        var ended = KeyResultLifecycle.IsTerminal(wanted.State);
        return (written with
        {
            BaseliningSince = wanted.State == KeyResultState.Baselining ? wanted.BaseliningSince ?? context.Now : wanted.BaseliningSince,
            ActivatedAt = measured ? wanted.ActivatedAt : wanted.ActivatedAt ?? context.Now,
            Original = wanted.Original ?? (measured ? null : Commitment.Of(written, cycle)),
            EndedAt = ended ? wanted.EndedAt ?? context.Now : null,
            DormantSince = wanted.State == KeyResultState.Dormant ? wanted.DormantSince ?? context.Now : null,
            EndReason = KeyResultDraft.TextOf(wanted.EndReason),
            Redirect = KeyResultDraft.TextOf(wanted.Redirect),
        }, begins);
    }

    private (KeyResult After, bool Begins) Continue(KeyResult before, KeyResult written, TransferKeyResult wanted, Scope scope, Cycle cycle, string row)
    {
        if (wanted.State == before.State)
        {
            if (KeyResultLifecycle.IsTerminal(before.State) && written != before)
            {
                context.Refuse(row, "", KeyResultErrors.Ended.Code, KeyResultErrors.Ended.Message);
            }

            if (before.State is not KeyResultState.Draft && written != before)
            {
                CheckNames(written, row);
            }

            NoteKept(before, wanted, row);

            return (written, false);
        }

        if (!KeyResultLifecycle.Allows(before.State, wanted.State))
        {
            context.Refuse(row, "state", KeyResultErrors.IllegalTransition(before.State, wanted.State).Code, KeyResultErrors.IllegalTransition(before.State, wanted.State).Message);
            return (written, false);
        }

        return Move(written with { State = wanted.State }, before.State, wanted, scope, cycle, row);
    }

    /// <summary>Why something ended is said when it ends.</summary>
    private void NoteKept(KeyResult before, TransferKeyResult wanted, string row)
    {
        if (KeyResultDraft.TextOf(wanted.EndReason) != before.EndReason)
        {
            context.Note(row, "endReason", "import.field_kept", "The reason of an end or a sleep is said with it; it stays as it is.");
        }

        if (KeyResultDraft.TextOf(wanted.Redirect) != before.Redirect)
        {
            context.Note(row, "redirect", "import.field_kept", "Where the energy goes is said with the end; it stays as it is.");
        }
    }

    private (KeyResult After, bool Begins) Move(KeyResult moved, KeyResultState from, TransferKeyResult wanted, Scope scope, Cycle cycle, string row)
    {
        switch (moved.State)
        {
            case KeyResultState.Baselining:
                return (moved with { BaseliningSince = context.Now }, true);
            case KeyResultState.Active:
                if (from != KeyResultState.Dormant)
                {
                    RefuseUnready(moved, scope, cycle, row);
                }

                return (moved with { ActivatedAt = moved.ActivatedAt ?? context.Now, Original = moved.Original ?? Commitment.Of(moved, cycle), DormantSince = null, EndReason = null }, true);
            case KeyResultState.Dormant:
                return (moved with { DormantSince = context.Now, EndReason = KeyResultDraft.TextOf(wanted.EndReason) }, false);
            default:
                if (moved.State == KeyResultState.Killed && string.IsNullOrWhiteSpace(wanted.EndReason))
                {
                    context.Refuse(row, "endReason", "key_result.reason_missing", "Say why it is dead, so that the next one learns from it.");
                }

                if (moved.State == KeyResultState.Achieved && !moved.IsGuardrail && (moved with { State = KeyResultState.Active, Series = SummaryOf(moved, wanted, scope) }).Progress is not { Raw: >= 1 })
                {
                    context.Refuse(row, "state", "key_result.not_reached", "The target is not reached: record the last value, or end it as missed.");
                }

                return (moved with
                {
                    EndedAt = context.Now,
                    DormantSince = null,
                    EndReason = KeyResultDraft.TextOf(wanted.EndReason),
                    Redirect = KeyResultDraft.TextOf(wanted.Redirect),
                }, false);
        }
    }

    private static SeriesSummary SummaryOf(KeyResult keyResult, TransferKeyResult wanted, Scope scope) => SeriesRules.Summarize(
        keyResult,
        [.. wanted.Values.Select(v => new KeyResultValue(Guid.CreateVersion7(), keyResult.Id, v.Value, v.MeasuredAt, v.RecordedAt, v.Source, null, null))],
        scope.TimeZone);

    private void RefuseUnready(KeyResult written, Scope scope, Cycle cycle, string row)
    {
        if (Readiness.Check(LintSubject.Of(written with { State = written.State == KeyResultState.Baselining ? written.State : KeyResultState.Active }, scope.Kind)) is { } unready)
        {
            context.Refuse(row, unready.Fields);
        }

        if (context.IsClosing(cycle))
        {
            context.Refuse(row, "state", "cycle.closing", "The cycle is being graded or closed: nothing new begins in it.");
        }
    }

    private void CheckNames(KeyResult keyResult, string row)
    {
        if (keyResult.Owner is null)
        {
            context.Refuse(row, "owner", "key_result.owner_missing", "Name the one person who answers for it.");
        }

        if (keyResult.Unit is null)
        {
            context.Refuse(row, "unit", "key_result.unit_missing", "Say what is counted: incidents, %, ms, ...");
        }
    }

    private void CheckTexts(TransferKeyResult wanted, string row)
    {
        List<FieldError> errors = [];
        FieldText.Check(errors, "endReason", wanted.EndReason, KeyResultDraft.MaxSentence);
        FieldText.Check(errors, "redirect", wanted.Redirect, KeyResultDraft.MaxSentence);
        FieldText.Check(errors, "lift", wanted.Lift?.Note, KeyResultDraft.MaxSentence);
        if (wanted.AcceptedHints.Count > 30 || wanted.AcceptedHints.Any(h => h is not { Length: > 0 and <= 8 } || !h.All(char.IsAsciiLetterOrDigit)))
        {
            errors.Add(new("acceptedHints", "import.hints_invalid", "Accepted hints are the ids of rules, for example O2."));
        }

        context.Refuse(row, errors);
    }

    /// <summary>What has begun changes its target only so that everybody can see it.</summary>
    private void AddTargetChange(KeyResult before, KeyResult after, Cycle cycle, TransferKeyResult wanted, History history, string row)
    {
        if (before.State is KeyResultState.Draft || KeyResultTarget.Of(before) == KeyResultTarget.Of(after) || history.TargetChanges.Count > 0)
        {
            return;
        }

        // The start that was being measured becomes known with the activation.
        if (before.State == KeyResultState.Baselining && after.State == KeyResultState.Active && KeyResultTarget.Of(before) == KeyResultTarget.Of(after with { From = before.From }))
        {
            return;
        }

        context.Refuse(row, KeyResultTarget.Of(after).FindGaps(after.Direction));
        var (old, now) = (Commitment.Of(before, cycle), Commitment.Of(after, cycle));
        var eased = Easing.Eases(after.Direction, old, now);
        var reason = KeyResultDraft.TextOf(source.Reasons.GetValueOrDefault(wanted));
        if (eased && reason is null)
        {
            context.Refuse(row, "changeReason", "key_result.reason_missing", "The target becomes easier: say why, so that everybody can follow.");
        }

        history.TargetChanges.Add(new(Guid.CreateVersion7(), after.Id, context.Now, context.Actor, old, now, eased, reason));
    }

    private static KeyResult Summarize(KeyResult after, History history, Scope scope)
    {
        var last = history.CheckIns.OrderBy(c => c.At).LastOrDefault();
        return after with
        {
            Series = SeriesRules.Summarize(after, history.AllValues, scope.TimeZone),
            LastCheckIn = last is not null && (after.LastCheckIn is null || after.LastCheckIn.At <= last.At)
                ? new(last.At, last.By, last.Confidence, last.Note)
                : after.LastCheckIn,
        };
    }

    private void Keep(KeyResult? before, KeyResult after, History history, Objective objective, Cycle cycle, string row)
    {
        var differs = before is not null && (after with { Series = before.Series, LastCheckIn = before.LastCheckIn }) != before;
        var planned = new PlannedKeyResult(after, history.Values, history.CheckIns, history.TargetChanges, history.CoAuthors, differs);
        var action = before is null ? ImportAction.Add : differs || !history.IsEmpty ? ImportAction.Change : ImportAction.Leave;
        var facts = before is null ? ([], KeyResultFacts.Of(after)) : KeyResultFacts.Difference(before, after);
        if (history.Values.Count > 0)
        {
            facts.Item2["values"] = $"+{history.Values.Count}";
        }

        if (history.CheckIns.Count > 0)
        {
            facts.Item2["checkIns"] = $"+{history.CheckIns.Count}";
        }

        if (context.Plan.Preview.Count < ImportPlanner.PreviewRows)
        {
            context.Plan.Preview.Add(new(row, after.Number == 0 ? null : after.Key, after.Title, objective.Title, action, action == ImportAction.Change ? [.. facts.Item2.Keys] : []));
        }

        if (action == ImportAction.Leave)
        {
            context.Plan.Unchanged++;
            return;
        }

        if (context.IsClosed(cycle))
        {
            context.Refuse(row, "cycle", "cycle.closed", "The cycle is closed; nothing in it changes.");
        }

        (before is null ? context.Plan.NewKeyResults : context.Plan.ChangedKeyResults).Add(planned);
        context.Plan.Audit.Add(AuditEntry.ByPerson(context.Actor, "key_result.imported", "key_result", after.Id.Value.ToString("D"), facts.Item1, facts.Item2) with { Via = AuditVia.Import });
    }

    private static KeyResultDraft DraftOf(TransferKeyResult wanted) => new()
    {
        Title = wanted.Title,
        Metric = wanted.Metric,
        Direction = wanted.Direction,
        Target = new KeyResultTarget
        {
            From = wanted.From,
            To = wanted.To,
            Low = wanted.Low,
            High = wanted.High,
            DueOn = wanted.DueOn,
            Phases = new ValueList<PhasedTarget>(wanted.Phases),
        },
        Unit = wanted.Unit,
        Per = wanted.Per,
        Weight = wanted.Weight,
        Owner = string.IsNullOrWhiteSpace(wanted.Owner) ? null : new AccountId(wanted.Owner.Trim()),
        HowWorkMovesIt = wanted.HowWorkMovesIt,
        // A draft is written by people, who cannot say that a query measures it; what comes along may.
        Source = KeyResultSource.Manual,
    };
}
