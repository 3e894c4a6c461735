using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Core.Portability;

/// <summary>Plans what is appended to the histories of a key result: whatever of the file is not there yet. Nothing that is there goes away.</summary>
internal sealed class HistoryPlanner(ImportContext context)
{
    private const int MostHistory = 5000;

    /// <summary>What is new, each in its order, and the whole series of values as it will be.</summary>
    public History Plan(TransferKeyResult wanted, KeyResultPlace place, bool isKnown, string row)
    {
        if (wanted.Values.Count > MostHistory || wanted.CheckIns.Count > MostHistory || wanted.TargetChanges.Count > MostHistory || wanted.CoAuthors.Count > MostHistory)
        {
            context.Refuse(row, "values", "import.history_too_long", $"A key result has at most {MostHistory} values, check-ins and retargetings.");
            return new([], [], [], [], []);
        }

        var id = place.KeyResult.Id;
        List<KeyResultValue> all = isKnown ? [.. context.Existing.Values[id]] : [];
        var ids = new Guid[wanted.Values.Count];
        var values = PlanValues(wanted, place, all, ids, row);
        var checkIns = PlanCheckIns(wanted, id, isKnown, ids, row);
        var knownChanges = isKnown ? context.Existing.TargetChanges[id].Select(t => (t.At, t.By)).ToHashSet() : [];
        var knownAuthors = isKnown ? context.Existing.CoAuthors[id].Select(a => a.Account).ToHashSet() : [];
        var changes = wanted.TargetChanges
            .Select(t => new TargetChange(Guid.CreateVersion7(), id, t.At, Person(row, "targetChanges", t.By), t.Before, t.After, t.Eased, LineOf(row, "targetChanges", t.Reason)))
            .Where(t => !knownChanges.Contains((t.At, t.By)))
            .ToList();
        var authors = wanted.CoAuthors
            .Select(a => new CoAuthor(Person(row, "coAuthors", a.Account), Person(row, "coAuthors", a.InvitedBy), a.InvitedAt, a.AcceptedAt))
            .Where(a => knownAuthors.Add(a.Account))
            .ToList();
        return new(values, checkIns, changes, authors, all);
    }

    private List<KeyResultValue> PlanValues(TransferKeyResult wanted, KeyResultPlace place, List<KeyResultValue> all, Guid[] ids, string row)
    {
        List<KeyResultValue> added = [];
        var byMoment = all.GroupBy(v => (v.Value, v.MeasuredAt, v.RecordedAt)).ToDictionary(g => g.Key, g => new Queue<Guid>(g.Select(v => v.Id)));
        var byKey = all.Where(v => v.IdempotencyKey is not null).ToDictionary(v => v.IdempotencyKey!, v => v.Id, StringComparer.Ordinal);
        foreach (var (index, value) in wanted.Values.Index())
        {
            var moment = (value.Value, value.MeasuredAt, value.RecordedAt);
            if ((value.IdempotencyKey is { } key && byKey.TryGetValue(key, out var known)) || (byMoment.TryGetValue(moment, out var same) && same.TryDequeue(out known)))
            {
                ids[index] = known;
                continue;
            }

            var made = Value(value, index, place, ids, row);
            ids[index] = made.Id;
            if (made.IdempotencyKey is not null)
            {
                byKey[made.IdempotencyKey] = made.Id;
            }

            added.Add(made);
            all.Add(made);
        }

        if (added.Count > 0 && place.KeyResult.State == KeyResultState.Draft)
        {
            context.Refuse(row, "value", "key_result.not_measured_yet", "A draft takes no values; make it active, or leave the value out.");
        }

        return added;
    }

    private KeyResultValue Value(TransferValue value, int index, KeyResultPlace place, Guid[] ids, string row)
    {
        var draft = new ValueDraft { Value = value.Value, MeasuredAt = value.MeasuredAt, Note = value.Note, IdempotencyKey = value.IdempotencyKey };
        context.Refuse(row, draft.Validate(place, context.Now).Select(e => e with { Field = e.Field == "measuredAt" ? "valueAt" : e.Field }));
        Guid? corrects = null;
        if (value.Corrects is { } place1)
        {
            if (place1 < 1 || place1 > index)
            {
                context.Refuse(row, "corrects", "import.correction_invalid", "A correction names the place, from 1, of an earlier value in the list.");
            }
            else
            {
                corrects = ids[place1 - 1];
            }
        }

        return new(
            Guid.CreateVersion7(),
            place.KeyResult.Id,
            value.Value,
            value.MeasuredAt,
            value.RecordedAt > context.Now ? context.Now : value.RecordedAt,
            value.Source,
            context.AccountOf(row, "values", value.Actor),
            KeyResultDraft.TextOf(value.Note),
            corrects,
            value.IdempotencyKey);
    }

    private List<CheckIn> PlanCheckIns(TransferKeyResult wanted, KeyResultId id, bool isKnown, Guid[] ids, string row)
    {
        var known = isKnown ? context.Existing.CheckIns[id].Select(c => (c.At, c.By)).ToHashSet() : [];
        List<CheckIn> added = [];
        foreach (var checkIn in wanted.CheckIns)
        {
            var by = Person(row, "checkIns", checkIn.By);
            if (known.Contains((checkIn.At, by)))
            {
                continue;
            }

            if (checkIn.Confidence is < 0 or > CheckInDraft.MaxConfidence || checkIn.Value is { } value && (value < 1 || value > ids.Length) || checkIn.At > context.Now)
            {
                context.Refuse(row, "checkIns", "import.check_in_invalid", "A check-in lies in the past, has a confidence of 0 to 10, and names a value by its place in the list.");
                continue;
            }

            List<FieldError> errors = [];
            FieldText.CheckLines(errors, "note", checkIn.Note, KeyResultValue.MaxNote);
            context.Refuse(row, errors);
            added.Add(new(Guid.CreateVersion7(), id, checkIn.At, by, checkIn.Confidence, checkIn.Value is { } place ? ids[place - 1] : null, checkIn.Note));
        }

        return added;
    }

    private AccountId Person(string row, string column, string text) => context.AccountOf(row, column, text) ?? Missing(row, column);

    private AccountId Missing(string row, string column)
    {
        context.Refuse(row, column, "import.account_invalid", "That is not an Atlassian account id.");
        return default;
    }

    private string? LineOf(string row, string column, string? text)
    {
        List<FieldError> errors = [];
        FieldText.Check(errors, column, text, KeyResultDraft.MaxSentence);
        context.Refuse(row, errors);
        return KeyResultDraft.TextOf(text);
    }
}

#pragma warning disable MA0048 // What the class above finds.
/// <summary>What is appended, and the whole series.</summary>
internal sealed record History(List<KeyResultValue> Values, List<CheckIn> CheckIns, List<TargetChange> TargetChanges, List<CoAuthor> CoAuthors, List<KeyResultValue> AllValues)
{
    public bool IsEmpty => Values.Count + CheckIns.Count + TargetChanges.Count + CoAuthors.Count == 0;
}
