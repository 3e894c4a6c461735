using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Web.KeyResults;

/// <summary>A key result as the API takes it. Everything but the title may be left out.</summary>
internal sealed record KeyResultBody
{
    /// <summary>What is measured.</summary>
    public string? Title { get; init; }

    /// <summary>The name of the number alone.</summary>
    public string? Metric { get; init; }

    /// <summary>Which way is good; taken from the numbers when left out.</summary>
    public string? Direction { get; init; }

    /// <summary>Where the number begins.</summary>
    public decimal? From { get; init; }

    /// <summary>Where it shall be.</summary>
    public decimal? To { get; init; }

    /// <summary>The lower bound of a guardrail.</summary>
    public decimal? Low { get; init; }

    /// <summary>The upper bound of a guardrail.</summary>
    public decimal? High { get; init; }

    /// <summary>What is counted.</summary>
    public string? Unit { get; init; }

    /// <summary>The "per" of a rate, none when left out.</summary>
    public string? Per { get; init; }

    /// <summary>What it counts for, 1 when left out.</summary>
    public int? Weight { get; init; }

    /// <summary>The account id of the one person who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>How the team's work moves the number.</summary>
    public string? HowWorkMovesIt { get; init; }

    /// <summary>Where its values come from: manual when left out.</summary>
    public string? Source { get; init; }

    /// <summary>Targets on the way.</summary>
    public IReadOnlyList<PhaseBody?>? Phases { get; init; }

    /// <summary>The last day; the cycle's when left out.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What the domain judges.</summary>
    public KeyResultDraft ToDraft()
    {
        var fields = new WireFields();
        return new KeyResultDraft
        {
            Title = Title,
            Metric = Metric,
            Direction = fields.ReadOptional<KeyResultDirection>("direction", Direction),
            Target = new KeyResultTarget { From = From, To = To, Low = Low, High = High, DueOn = DueOn, Phases = PhaseBody.Read(Phases) },
            Unit = Unit,
            Per = fields.Read("per", Per, KeyResultPeriod.None),
            Weight = Weight ?? 1,
            Owner = OwnerOf(Owner),
            HowWorkMovesIt = HowWorkMovesIt,
            Source = fields.Read("source", Source, KeyResultSource.Manual),
            Unreadable = fields.Unreadable,
        };
    }

    /// <summary>An account, or null for none.</summary>
    public static AccountId? OwnerOf(string? account) => string.IsNullOrWhiteSpace(account) ? null : new AccountId(account);
}
