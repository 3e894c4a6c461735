#pragma warning disable MA0048 // The small bodies of key results, each of one operation.
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Lint;

namespace Addon.Web.KeyResults;

/// <summary>A step in the life of a key result.</summary>
/// <param name="To">The state that it shall have.</param>
/// <param name="Reason">Why; has to be said when it is killed.</param>
/// <param name="Redirect">Where the energy of a killed one goes.</param>
/// <param name="From">The start that was measured, out of baselining.</param>
internal sealed record TransitionBody(string? To, string? Reason, string? Redirect, decimal? From);

/// <summary>The whole target as it shall be.</summary>
internal sealed record RetargetBody(decimal? From, decimal? To, decimal? Low, decimal? High, DateOnly? DueOn, IReadOnlyList<PhaseBody?>? Phases, string? Reason)
{
    public KeyResultTarget ToTarget() => new() { From = From, To = To, Low = Low, High = High, DueOn = DueOn, Phases = PhaseBody.Read(Phases) };
}

/// <summary>A value.</summary>
internal sealed record ValueBody(decimal? Value, DateTimeOffset? MeasuredAt, string? Note, string? Source, string? IdempotencyKey)
{
    public ValueDraft ToDraft(string? keyOfHeader)
    {
        var fields = new WireFields();
        return new ValueDraft
        {
            Value = Value,
            MeasuredAt = MeasuredAt,
            Note = Note,
            Source = fields.Read("source", Source, KeyResultSource.Manual),
            IdempotencyKey = IdempotencyKey ?? keyOfHeader,
            Unreadable = fields.Unreadable,
        };
    }
}

/// <summary>A check-in.</summary>
internal sealed record CheckInBody(int? Confidence, string? Note, decimal? Value, string? IdempotencyKey)
{
    public CheckInDraft ToDraft(string? keyOfHeader) => new(Confidence, Note, Value, IdempotencyKey ?? keyOfHeader);
}

/// <summary>Why the health is better than the numbers.</summary>
internal sealed record LiftBody(string? Note);

/// <summary>Whom to ask.</summary>
internal sealed record CoAuthorBody(string? Account);

/// <summary>A key result as it is typed, and where it shall belong.</summary>
internal sealed record LintBody
{
    public string? Title { get; init; }

    public string? Metric { get; init; }

    public string? Direction { get; init; }

    public decimal? From { get; init; }

    public decimal? To { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public string? Unit { get; init; }

    public string? Per { get; init; }

    public string? Owner { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? HowWorkMovesIt { get; init; }

    /// <summary>Whether the start is to be measured first.</summary>
    public bool Baselining { get; init; }

    /// <summary>Whose it shall be; with it, it is compared with what they pursue.</summary>
    public Guid? ScopeId { get; init; }

    /// <summary>The key result that is edited.</summary>
    public Guid? KeyResultId { get; init; }

    /// <summary>The rules that were accepted already.</summary>
    public IReadOnlyList<string?>? AcceptedHints { get; init; }

    /// <summary>What the linter reads, or what could not be read.</summary>
    public Outcome<LintSubject> ToSubject()
    {
        var fields = new WireFields();
        var subject = new LintSubject
        {
            Title = Title,
            Metric = Metric,
            Direction = fields.ReadOptional<KeyResultDirection>("direction", Direction),
            From = From,
            To = To,
            Low = Low,
            High = High,
            Unit = Unit,
            Per = fields.Read("per", Per, KeyResultPeriod.None),
            Owner = KeyResultBody.OwnerOf(Owner),
            DueOn = DueOn,
            HowWorkMovesIt = HowWorkMovesIt,
            IsBaselining = Baselining,
            AcceptedRules = [.. (AcceptedHints ?? []).OfType<string>()],
        };
        return fields.Unreadable.Count > 0 ? DomainError.Invalid(fields.Unreadable) : subject;
    }
}
