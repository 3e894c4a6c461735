#pragma warning disable MA0048 // The parts of one document.
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>OKRs on their way from one site to another: whatever refers to something names it as people do, by path, name and key, never by an id of ours.</summary>
public sealed record OkrTransfer
{
    /// <summary>The scopes, those above first.</summary>
    public IReadOnlyList<TransferScope> Scopes { get; init; } = [];

    /// <summary>The cycles, by name.</summary>
    public IReadOnlyList<TransferCycle> Cycles { get; init; } = [];

    /// <summary>The objectives with their key results, by cycle, scope and number.</summary>
    public IReadOnlyList<TransferObjective> Objectives { get; init; } = [];
}

/// <summary>A scope.</summary>
public sealed record TransferScope
{
    /// <summary>Its name below the names of the scopes above: <c>Company / Platform / Payments</c>. Unique.</summary>
    public required string Path { get; init; }

    /// <summary>How high it stands.</summary>
    public required ScopeKind Kind { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the scope above, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>Who decides for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Who owns the mapping of work.</summary>
    public string? MappingOwner { get; init; }

    /// <summary>Who stands in for them.</summary>
    public string? Deputy { get; init; }

    /// <summary>The deputy's last day.</summary>
    public DateOnly? DeputyUntil { get; init; }

    /// <summary>How often it checks in.</summary>
    public Rhythm Rhythm { get; init; } = Rhythm.Weekly;

    /// <summary>On which day it meets.</summary>
    public DayOfWeek MeetingDay { get; init; } = DayOfWeek.Monday;

    /// <summary>Until when on that day a check-in is on time.</summary>
    public TimeOnly DueTime { get; init; } = new(17, 0);

    /// <summary>The IANA name of its time zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Days on which it does not work, ascending.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>The ids of its Jira projects, ascending.</summary>
    public IReadOnlyList<long> Projects { get; init; } = [];
}

/// <summary>A cycle.</summary>
public sealed record TransferCycle
{
    /// <summary>Its name. Unique.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of time it is.</summary>
    public CycleKind Kind { get; init; } = CycleKind.Quarter;

    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Where it is in its life.</summary>
    public CycleState State { get; init; } = CycleState.Active;

    /// <summary>When grading began.</summary>
    public DateTimeOffset? ClosingSince { get; init; }
}

/// <summary>Names an objective, or a key result of it.</summary>
/// <param name="Objective">The objective's key.</param>
/// <param name="KeyResult">The key result's key, or null for the objective as a whole.</param>
/// <param name="Scope">The path of its scope.</param>
/// <param name="Cycle">The name of its cycle.</param>
public sealed record TransferReference(string Objective, string? KeyResult, string Scope, string Cycle);

/// <summary>An objective.</summary>
public sealed record TransferObjective
{
    /// <summary>Its key (<c>O-3</c>), or null for one that never had any.</summary>
    public string? Key { get; init; }

    /// <summary>The path of its scope.</summary>
    public required string Scope { get; init; }

    /// <summary>The name of its cycle.</summary>
    public required string Cycle { get; init; }

    /// <summary>What is wanted.</summary>
    public required string Title { get; init; }

    /// <summary>Why it matters.</summary>
    public string? Why { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>What it serves.</summary>
    public TransferReference? Parent { get; init; }

    /// <summary>How it contributes to that.</summary>
    public string? Contribution { get; init; }

    /// <summary>Why it serves nothing.</summary>
    public string? StandaloneReason { get; init; }

    /// <summary>Where it is in its life.</summary>
    public ObjectiveState State { get; init; }

    /// <summary>How it ended.</summary>
    public ObjectiveOutcome? Outcome { get; init; }

    /// <summary>When it became active.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>What it carries on.</summary>
    public TransferReference? CarriedFrom { get; init; }

    /// <summary>Its key results, by number.</summary>
    public IReadOnlyList<TransferKeyResult> KeyResults { get; init; } = [];
}

/// <summary>A key result.</summary>
public sealed record TransferKeyResult
{
    /// <summary>Its key (<c>KR-12</c>), or null for one that never had any.</summary>
    public string? Key { get; init; }

    /// <summary>What is measured.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the number alone.</summary>
    public string? Metric { get; init; }

    /// <summary>Which way is good; null to take it from the numbers.</summary>
    public KeyResultDirection? Direction { get; init; }

    /// <summary>Where the number begins.</summary>
    public decimal? From { get; init; }

    /// <summary>Where it shall be.</summary>
    public decimal? To { get; init; }

    /// <summary>The lower bound.</summary>
    public decimal? Low { get; init; }

    /// <summary>The upper bound.</summary>
    public decimal? High { get; init; }

    /// <summary>What is counted.</summary>
    public string? Unit { get; init; }

    /// <summary>The "per" of a rate.</summary>
    public KeyResultPeriod Per { get; init; }

    /// <summary>What it counts for.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>How work moves it.</summary>
    public string? HowWorkMovesIt { get; init; }

    /// <summary>Where its values come from.</summary>
    public KeyResultSource Source { get; init; }

    /// <summary>Targets on the way.</summary>
    public IReadOnlyList<PhasedTarget> Phases { get; init; } = [];

    /// <summary>The last day.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Where it is in its life.</summary>
    public KeyResultState State { get; init; }

    /// <summary>When measuring of the start began.</summary>
    public DateTimeOffset? BaseliningSince { get; init; }

    /// <summary>When it became active.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Since when it sleeps.</summary>
    public DateTimeOffset? DormantSince { get; init; }

    /// <summary>Why it ended or sleeps.</summary>
    public string? EndReason { get; init; }

    /// <summary>Where the energy goes instead.</summary>
    public string? Redirect { get; init; }

    /// <summary>What it carries on.</summary>
    public TransferReference? CarriedFrom { get; init; }

    /// <summary>What was promised first.</summary>
    public Commitment? Original { get; init; }

    /// <summary>A person's word that lifts its health.</summary>
    public TransferLift? Lift { get; init; }

    /// <summary>The writing hints that were accepted.</summary>
    public IReadOnlyList<string> AcceptedHints { get; init; } = [];

    /// <summary>Its values in the order of recording.</summary>
    public IReadOnlyList<TransferValue> Values { get; init; } = [];

    /// <summary>Its check-ins, oldest first.</summary>
    public IReadOnlyList<TransferCheckIn> CheckIns { get; init; } = [];

    /// <summary>Its retargetings, oldest first.</summary>
    public IReadOnlyList<TransferTargetChange> TargetChanges { get; init; } = [];

    /// <summary>Who helped to write it.</summary>
    public IReadOnlyList<TransferCoAuthor> CoAuthors { get; init; } = [];
}

/// <summary>A lift of health.</summary>
public sealed record TransferLift(string By, DateTimeOffset At, string Note);

/// <summary>A value.</summary>
/// <param name="Value">The value.</param>
/// <param name="MeasuredAt">When it was true.</param>
/// <param name="RecordedAt">When it was told.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Actor">Who said it.</param>
/// <param name="Note">Why.</param>
/// <param name="Corrects">The place in the list, from 1, of the value that it replaces.</param>
/// <param name="IdempotencyKey">What makes it one of its kind.</param>
public sealed record TransferValue(
    decimal Value, DateTimeOffset MeasuredAt, DateTimeOffset RecordedAt, KeyResultSource Source, string? Actor, string? Note, int? Corrects, string? IdempotencyKey);

/// <summary>A check-in; <paramref name="Value"/> is the place in the list of values, from 1, of the one that was recorded with it.</summary>
public sealed record TransferCheckIn(DateTimeOffset At, string By, int Confidence, int? Value, string? Note);

/// <summary>A retargeting.</summary>
public sealed record TransferTargetChange(DateTimeOffset At, string By, Commitment Before, Commitment After, bool Eased, string? Reason);

/// <summary>A co-author.</summary>
public sealed record TransferCoAuthor(string Account, string InvitedBy, DateTimeOffset InvitedAt, DateTimeOffset? AcceptedAt);
