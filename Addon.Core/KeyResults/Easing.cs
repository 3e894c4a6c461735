namespace Addon.Core.KeyResults;

/// <summary>Whether a new target is easier than the old one.</summary>
public static class Easing
{
    /// <summary>
    /// True for a target nearer to from, a start further from the target (the same value is more progress then), a wider bound and a later day: each by itself,
    /// whatever else got harder.
    /// </summary>
    public static bool Eases(KeyResultDirection direction, Commitment before, Commitment after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return after.DueOn > before.DueOn || direction switch
        {
            KeyResultDirection.Increase => after.To < before.To || after.From < before.From,
            KeyResultDirection.Decrease => after.To > before.To || after.From > before.From,
            KeyResultDirection.KeepAtLeast => after.Low < before.Low,
            KeyResultDirection.KeepAtMost => after.High > before.High,
            _ => after.Low < before.Low || after.High > before.High,
        };
    }
}
