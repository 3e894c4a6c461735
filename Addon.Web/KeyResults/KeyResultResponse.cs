using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>A key result as the API lists it.</summary>
internal record KeyResultResponse
{
    public KeyResultResponse(KeyResult keyResult, KeyResultNumbers numbers)
    {
        Id = keyResult.Id.Value;
        Key = keyResult.Key;
        ObjectiveId = keyResult.Objective.Value;
        Title = keyResult.Title;
        Metric = keyResult.Metric;
        Direction = WireEnum.Of(keyResult.Direction);
        (From, To, Low, High) = (keyResult.From, keyResult.To, keyResult.Low, keyResult.High);
        Unit = keyResult.Unit;
        Per = WireEnum.Of(keyResult.Per);
        Weight = keyResult.Weight;
        Owner = keyResult.Owner?.Value;
        HowWorkMovesIt = keyResult.HowWorkMovesIt;
        Source = WireEnum.Of(keyResult.Source);
        Phases = PhaseBody.Write(keyResult.Phases);
        DueOn = keyResult.DueOn;
        State = WireEnum.Of(keyResult.State);
        (BaseliningSince, ActivatedAt, EndedAt, DormantSince) = (keyResult.BaseliningSince, keyResult.ActivatedAt, keyResult.EndedAt, keyResult.DormantSince);
        (Reason, Redirect) = (keyResult.EndReason, keyResult.Redirect);
        CarriedFromId = keyResult.CarriedFrom?.Value;
        Original = keyResult.Original is { } original ? CommitmentResponse.Of(original) : null;
        Lift = keyResult.Lift is { } lift ? new LiftResponse(lift.By.Value, lift.At, lift.Note) : null;
        AcceptedHints = keyResult.AcceptedHints;
        (Current, CurrentAt) = (keyResult.Current, keyResult.CurrentAt);
        Progress = numbers.Progress?.Raw;
        Series = SeriesResponse.Of(keyResult.Series);
        LastCheckIn = keyResult.LastCheckIn is { } checkIn ? new LastCheckInResponse(checkIn.At, checkIn.By.Value, checkIn.Confidence, checkIn.Note) : null;
        Numbers = NumbersResponse.Of(numbers);
        Version = keyResult.Version;
    }

    /// <summary>Our id.</summary>
    public Guid Id { get; }

    /// <summary>The key that people see.</summary>
    public string Key { get; }

    /// <summary>The objective that it measures.</summary>
    public Guid ObjectiveId { get; }

    /// <summary>What is measured.</summary>
    public string Title { get; }

    /// <summary>The name of the number alone.</summary>
    public string? Metric { get; }

    /// <summary>Which way is good.</summary>
    public string Direction { get; }

    /// <summary>Where the number begins.</summary>
    public decimal? From { get; }

    /// <summary>Where it shall be.</summary>
    public decimal? To { get; }

    /// <summary>The lower bound of a guardrail.</summary>
    public decimal? Low { get; }

    /// <summary>The upper bound of a guardrail.</summary>
    public decimal? High { get; }

    /// <summary>What is counted.</summary>
    public string? Unit { get; }

    /// <summary>The "per" of a rate.</summary>
    public string Per { get; }

    /// <summary>What it counts for.</summary>
    public int Weight { get; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; }

    /// <summary>How the team's work moves the number.</summary>
    public string? HowWorkMovesIt { get; }

    /// <summary>Where its values come from.</summary>
    public string Source { get; }

    /// <summary>Targets on the way.</summary>
    public IReadOnlyList<PhaseBody> Phases { get; }

    /// <summary>The last day, or null for the cycle's.</summary>
    public DateOnly? DueOn { get; }

    /// <summary>Where it is in its life.</summary>
    public string State { get; }

    /// <summary>Since when its start is being measured.</summary>
    public DateTimeOffset? BaseliningSince { get; }

    /// <summary>When it became active first.</summary>
    public DateTimeOffset? ActivatedAt { get; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; }

    /// <summary>Since when it is dormant.</summary>
    public DateTimeOffset? DormantSince { get; }

    /// <summary>Why it ended or sleeps.</summary>
    public string? Reason { get; }

    /// <summary>Where the energy of a killed one goes.</summary>
    public string? Redirect { get; }

    /// <summary>The key result that it carries on.</summary>
    public Guid? CarriedFromId { get; }

    /// <summary>What was promised at activation.</summary>
    public CommitmentResponse? Original { get; }

    /// <summary>A person's word that it is better than its numbers; it may have expired (<c>numbers.isLifted</c>).</summary>
    public LiftResponse? Lift { get; }

    /// <summary>The rules of the writing help that people accepted.</summary>
    public IReadOnlyList<string> AcceptedHints { get; }

    /// <summary>The newest value, or null before the first.</summary>
    public decimal? Current { get; }

    /// <summary>When that was measured.</summary>
    public DateTimeOffset? CurrentAt { get; }

    /// <summary>The raw share, null before the first value.</summary>
    public decimal? Progress { get; }

    /// <summary>What the series comes to.</summary>
    public SeriesResponse Series { get; }

    /// <summary>The last check-in of a person.</summary>
    public LastCheckInResponse? LastCheckIn { get; }

    /// <summary>Everything that is computed of it.</summary>
    public NumbersResponse Numbers { get; }

    /// <summary>Its version; also the entity tag.</summary>
    public int Version { get; }
}
