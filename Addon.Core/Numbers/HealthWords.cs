namespace Addon.Core.Numbers;

/// <summary>What people read for a health.</summary>
public static class HealthWords
{
    /// <summary>The word, with a capital: "On track".</summary>
    public static string Of(Health health) => health switch
    {
        Health.TooEarly => "Too early",
        Health.OnTrack => "On track",
        Health.AtRisk => "At risk",
        Health.OffTrack => "Off track",
        Health.Draft => "Draft",
        Health.Baselining => "Baselining",
        Health.Unmeasured => "Unmeasured",
        Health.Stale => "Stale",
        Health.Dormant => "Dormant",
        Health.Achieved => "Achieved",
        Health.Missed => "Missed",
        _ => "Killed",
    };
}
