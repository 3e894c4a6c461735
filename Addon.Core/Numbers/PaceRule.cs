namespace Addon.Core.Numbers;

/// <summary>What the measured number says.</summary>
public static class PaceRule
{
    /// <summary>Pace is judged from this expected share on.</summary>
    public const decimal JudgedFrom = 0.15m;

    /// <summary>The largest gap that is on track.</summary>
    public const decimal MaxOnTrackGap = 0.10m;

    /// <summary>The largest gap that is at risk.</summary>
    public const decimal MaxAtRiskGap = 0.25m;

    /// <summary>The least share of periods in bound of a guardrail that is on track.</summary>
    public const decimal MinAdherence = 0.9m;

    /// <summary>The pace of a number that moves from a start to a target.</summary>
    /// <remarks>
    /// The rule also says "or at least 0.9 of what is expected". As never more than 1 is expected, the gap is then at most 0.1 anyway: it is contained in the first half and not written twice.
    /// </remarks>
    public static Pace Of(decimal expected, Progress? progress)
    {
        if (expected < JudgedFrom)
        {
            return Pace.TooEarly;
        }

        return progress is { } measured
            ? (expected - measured.Counted) switch
            {
                <= MaxOnTrackGap => Pace.OnTrack,
                <= MaxAtRiskGap => Pace.AtRisk,
                _ => Pace.OffTrack,
            }
            : Pace.Unmeasured;
    }

    /// <summary>The pace of a guardrail. A broken bound is known from the first period on, so only one without a value is too early.</summary>
    public static Pace OfGuardrail(decimal expected, decimal? adherence, bool lastPeriodInBound)
    {
        if (adherence is not { } kept)
        {
            return expected < JudgedFrom ? Pace.TooEarly : Pace.Unmeasured;
        }

        return (lastPeriodInBound, kept >= MinAdherence) switch
        {
            (true, true) => Pace.OnTrack,
            (false, false) => Pace.OffTrack,
            _ => Pace.AtRisk,
        };
    }
}
