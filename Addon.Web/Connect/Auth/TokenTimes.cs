namespace Addon.Web.Connect.Auth;

/// <summary>The clock rules of every kind.</summary>
internal static class TokenTimes
{
    /// <summary>A sanity limit: the platform's tokens live minutes.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    /// <summary>Why the token does not count at <paramref name="now"/>, or null when it does.</summary>
    public static string? Fault(ConnectToken token, DateTimeOffset now, TimeSpan skew) => token switch
    {
        { ExpiresAt: null } => RefusalCause.ExpiryMissing,
        { IssuedAt: null } => RefusalCause.IssuedAtMissing,
        _ when token.ExpiresAt <= now - skew => RefusalCause.Expired,
        _ when token.IssuedAt > now + skew => RefusalCause.IssuedInFuture,
        _ when token.NotBefore > now + skew => RefusalCause.NotYetValid,
        _ when token.ExpiresAt - token.IssuedAt > LongestLife => RefusalCause.LivesTooLong,
        _ => null,
    };
}
