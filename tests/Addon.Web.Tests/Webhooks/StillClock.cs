namespace Addon.Web.Tests.Webhooks;

/// <summary>A clock that stands.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
