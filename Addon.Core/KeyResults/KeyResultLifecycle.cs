namespace Addon.Core.KeyResults;

/// <summary>Which state may follow which.</summary>
public static class KeyResultLifecycle
{
    /// <summary>Whether a key result in <paramref name="state"/> may go to <paramref name="next"/>. Staying is no transition.</summary>
    public static bool Allows(KeyResultState state, KeyResultState next) => (state, next) switch
    {
        (KeyResultState.Draft, KeyResultState.Baselining or KeyResultState.Active) => true,
        (KeyResultState.Baselining, KeyResultState.Active or KeyResultState.Killed) => true,
        (KeyResultState.Active, KeyResultState.Achieved or KeyResultState.Missed or KeyResultState.Killed or KeyResultState.Dormant) => true,
        (KeyResultState.Dormant, KeyResultState.Active or KeyResultState.Killed) => true,
        _ => false,
    };

    /// <summary>The states that may follow <paramref name="state"/>.</summary>
    public static IEnumerable<KeyResultState> Next(KeyResultState state) => Enum.GetValues<KeyResultState>().Where(next => Allows(state, next));

    /// <summary>Whether it is over.</summary>
    public static bool IsTerminal(KeyResultState state) => state is KeyResultState.Achieved or KeyResultState.Missed or KeyResultState.Killed;

    /// <summary>Whether an issue may be linked to it.</summary>
    public static bool TakesWork(KeyResultState state) => state is KeyResultState.Active or KeyResultState.Dormant;
}
