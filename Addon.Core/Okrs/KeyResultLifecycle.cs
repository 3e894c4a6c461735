namespace Addon.Core.Okrs;

/// <summary>Which state may follow which.</summary>
public static class KeyResultLifecycle
{
    /// <summary>Whether a key result in <paramref name="state"/> may go to <paramref name="next"/>; staying is always allowed.</summary>
    public static bool Allows(KeyResultState state, KeyResultState next) => state == next || (state, next) switch
    {
        (KeyResultState.Draft, KeyResultState.Active or KeyResultState.Killed) => true,
        (KeyResultState.Active, KeyResultState.Achieved or KeyResultState.Missed or KeyResultState.Killed) => true,
        _ => false,
    };

    /// <summary>The states that may follow <paramref name="state"/>, itself first.</summary>
    public static IEnumerable<KeyResultState> Choices(KeyResultState state) =>
        Enum.GetValues<KeyResultState>().Where(next => Allows(state, next)).OrderBy(next => next != state);
}
