using Addon.Core.KeyResults;

namespace Addon.Core.Numbers;

/// <summary>How pace, confidence and silence come to one word.</summary>
public static class HealthRule
{
    private static readonly Health[] WorstFirst =
    [
        Health.OffTrack, Health.AtRisk, Health.Stale, Health.Unmeasured, Health.TooEarly, Health.OnTrack,
        Health.Achieved, Health.Missed, Health.Killed, Health.Dormant, Health.Baselining, Health.Draft,
    ];

    /// <summary>The word of a key result that is not active; null when it is, as its numbers decide then.</summary>
    public static Health? OfState(KeyResultState state) => state switch
    {
        KeyResultState.Draft => Health.Draft,
        KeyResultState.Baselining => Health.Baselining,
        KeyResultState.Dormant => Health.Dormant,
        KeyResultState.Achieved => Health.Achieved,
        KeyResultState.Missed => Health.Missed,
        KeyResultState.Killed => Health.Killed,
        _ => null,
    };

    /// <summary>The health of an active key result before any lift: stale if a person was silent too long, else the worse of pace and confidence.</summary>
    public static Health Of(Pace pace, ConfidenceLevel? confidence, Staleness staleness)
    {
        if (staleness != Staleness.Fresh)
        {
            return Health.Stale;
        }

        var byPace = OfPace(pace);
        return confidence is not { } level ? byPace
            : pace == Pace.TooEarly ? OfConfidence(level)
            : Worse(byPace, OfConfidence(level));
    }

    /// <summary>One step up, as a person may say with a note. Only what is at risk or off track is lifted: a note is no measurement and no check-in.</summary>
    public static Health Lift(Health health) => health switch
    {
        Health.OffTrack => Health.AtRisk,
        Health.AtRisk => Health.OnTrack,
        _ => health,
    };

    /// <summary>What pace alone says.</summary>
    public static Health OfPace(Pace pace) => pace switch
    {
        Pace.TooEarly => Health.TooEarly,
        Pace.OnTrack => Health.OnTrack,
        Pace.AtRisk => Health.AtRisk,
        Pace.OffTrack => Health.OffTrack,
        _ => Health.Unmeasured,
    };

    /// <summary>What confidence alone says.</summary>
    public static Health OfConfidence(ConfidenceLevel level) => level switch
    {
        ConfidenceLevel.High => Health.OnTrack,
        ConfidenceLevel.Medium => Health.AtRisk,
        _ => Health.OffTrack,
    };

    /// <summary>The worse of two judgements, from off track over at risk, unmeasured and too early to on track.</summary>
    public static Health Worse(Health one, Health other) => Rank(one) <= Rank(other) ? one : other;

    /// <summary>The place in a list that shows the worst first; a stale one stands after those at risk, and what is not being judged comes last.</summary>
    public static int Rank(Health health) => Array.IndexOf(WorstFirst, health);
}
