namespace Addon.Core.Objectives;

/// <summary>Which state may follow which. A draft that nobody wants is discarded, not closed; what is closed stays closed.</summary>
public static class ObjectiveLifecycle
{
    /// <summary>Whether an objective in <paramref name="state"/> may go to <paramref name="next"/>. Staying is no transition.</summary>
    public static bool Allows(ObjectiveState state, ObjectiveState next) => (state, next) switch
    {
        (ObjectiveState.Draft, ObjectiveState.Active) => true,
        (ObjectiveState.Active, ObjectiveState.Closed) => true,
        _ => false,
    };
}
