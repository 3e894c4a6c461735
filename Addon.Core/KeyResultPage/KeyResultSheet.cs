using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Work;

namespace Addon.Core.KeyResultPage;

/// <summary>Everything that a key result's own page shows, as it is stored; nobody has asked yet who may see it.</summary>
public sealed record KeyResultSheet
{
    /// <summary>The key result.</summary>
    public required KeyResult KeyResult { get; init; }

    /// <summary>What it measures.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Whose it is.</summary>
    public required Scope Scope { get; init; }

    /// <summary>In which time.</summary>
    public required Cycle Cycle { get; init; }

    /// <summary>The way up to the company, its own objective first.</summary>
    public required IReadOnlyList<LineStep> Line { get; init; }

    /// <summary>Every value in the order of recording, corrected ones too.</summary>
    public required IReadOnlyList<KeyResultValue> Values { get; init; }

    /// <summary>Every check-in, oldest first.</summary>
    public required IReadOnlyList<CheckIn> CheckIns { get; init; }

    /// <summary>Every retargeting, oldest first.</summary>
    public required IReadOnlyList<TargetChange> TargetChanges { get; init; }

    /// <summary>Who it was written with, by when they were asked.</summary>
    public required IReadOnlyList<CoAuthor> CoAuthors { get; init; }

    /// <summary>The work behind it, inherited work included.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>How many of these issues move it through an ancestor's answer.</summary>
    public required int Inherited { get; init; }

    /// <summary>The number of the key result that it carries on, or null.</summary>
    public required int? CarriedFromNumber { get; init; }

    /// <summary>One of the projects of its team, or null: people are looked for among those who can be assigned there.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>What the person may do with it.</summary>
    public KeyResultRights Rights { get; init; } = KeyResultRights.None;

    /// <summary>The objectives above with the key result at their beginning.</summary>
    public StraightLine ToLine() => new(KeyResult, Line);

    /// <summary>The co-author that <paramref name="account"/> is, or null.</summary>
    public CoAuthor? CoAuthorOf(AccountId account) => CoAuthors.FirstOrDefault(c => c.Account == account);
}
