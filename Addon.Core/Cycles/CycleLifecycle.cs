namespace Addon.Core.Cycles;

/// <summary>Which state of a cycle may follow which.</summary>
public static class CycleLifecycle
{
    /// <summary>Whether a cycle in <paramref name="state"/> may go to <paramref name="next"/>. Staying is no transition; a closed one goes back to closing only, which is called reopening.</summary>
    public static bool Allows(CycleState state, CycleState next) => (state, next) switch
    {
        (CycleState.Planned, CycleState.Active) => true,
        (CycleState.Active, CycleState.Closing) => true,
        (CycleState.Closing, CycleState.Closed) => true,
        (CycleState.Closed, CycleState.Closing) => true,
        _ => false,
    };
}
