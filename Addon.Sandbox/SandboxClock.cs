namespace Addon.Sandbox;

/// <summary>The one clock of the local Jira and the add-on. It runs like the system's and can be set to another day, so that weeks of a quarter can be played in seconds.</summary>
public sealed class SandboxClock : TimeProvider
{
    private long _shift;

    /// <summary>How far it is from the system's clock; negative is in the past.</summary>
    public TimeSpan Shift
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _shift));
        set => Interlocked.Exchange(ref _shift, value.Ticks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
