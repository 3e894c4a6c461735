using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Addon.Web.Connect.Auth;

/// <summary>The platform's public install keys, by key id (Connect: signed-install).</summary>
/// <remarks>
/// The servers come from configuration only; a key id comes from an unverified token and becomes part of a URL, so its form is checked first.
/// A key never changes under its id, so it is kept - for an hour, so that one which the platform withdraws does not live on here.
/// Anybody can make up key ids. What they cost the platform's servers is bounded, nobody waits long behind them, and a key id that has been good before
/// has a way of its own past them.
/// </remarks>
internal sealed partial class InstallKeys(IHttpClientFactory clients, IOptions<ConnectOptions> options, TimeProvider clock, ILogger<InstallKeys> logger) : IDisposable
{
    /// <summary>The name of the client that asks the key servers.</summary>
    public const string ClientName = "install-keys";

    /// <summary>How many key ids that never were good are asked for at once; two more each second.</summary>
    public const int MostNewcomers = 20;

    private const int MostKeys = 100;
    private const int SmallestKey = 2048;
    private const int MostMissing = 1_000;
    private const int MostRequestsAtOnce = 4;
    private const int MostRefreshesAtOnce = 2;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // A key may be published moments after it was first asked for: not longer than a person's second try.
    private static readonly TimeSpan LifetimeOfNothing = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (RsaSecurityKey Key, long LoadedAt)> known = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, long> missing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<(InstallKeyStatus Status, RsaSecurityKey? Key)>>> open = new(StringComparer.Ordinal);

    // Forged key ids must not make us flood the platform's servers.
    private readonly SemaphoreSlim requests = new(MostRequestsAtOnce);
    private readonly SemaphoreSlim refreshes = new(MostRefreshesAtOnce);

    // The platform has a handful of keys at a time: this is for the day on which many are new, and for bad luck.
    private readonly TokenBucketRateLimiter newcomers = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = MostNewcomers,
        TokensPerPeriod = 2,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    /// <summary>Whether the text can be a key id: letters, digits, '.', '_', '-' and single inner slashes, and no way up.</summary>
    public static bool IsKeyId(string keyId) =>
        KeyIdForm().IsMatch(keyId) && !keyId.Split('/').Any(segment => segment is "" or "." or "..") && !keyId.Contains("..", StringComparison.Ordinal);

    /// <summary>Finds a key.</summary>
    public async ValueTask<(InstallKeyStatus Status, RsaSecurityKey? Key)> FindAsync(string keyId, CancellationToken ct)
    {
        if (known.TryGetValue(keyId, out var entry) && clock.GetElapsedTime(entry.LoadedAt) < Lifetime)
        {
            return (InstallKeyStatus.Found, entry.Key);
        }

        if (missing.TryGetValue(keyId, out var missedAt) && clock.GetElapsedTime(missedAt) < LifetimeOfNothing)
        {
            return (InstallKeyStatus.Unknown, null);
        }

        // One request per key id, whoever asks; who leaves does not take the answer away from the others. The client's timeout ends it.
        var answer = open.GetOrAdd(keyId, static (keyId, self) => new(() => self.AskOnceAsync(keyId)), this);
        return await answer.Value.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        requests.Dispose();
        refreshes.Dispose();
        newcomers.Dispose();
    }

    private async Task<(InstallKeyStatus Status, RsaSecurityKey? Key)> AskOnceAsync(string keyId)
    {
        try
        {
            return known.ContainsKey(keyId) ? await AskInTurnAsync(refreshes, keyId) : await AskForNewcomerAsync(keyId);
        }
        finally
        {
            open.TryRemove(keyId, out _);
        }
    }

    private async Task<(InstallKeyStatus Status, RsaSecurityKey? Key)> AskForNewcomerAsync(string keyId)
    {
        using var lease = newcomers.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            Log.TooMany(logger);
            return (InstallKeyStatus.Unavailable, null);
        }

        var answer = await AskInTurnAsync(requests, keyId);
        if (answer.Status == InstallKeyStatus.Unknown)
        {
            KeepMissing(keyId);
        }

        return answer;
    }

    /// <summary>Asks when it is this one's turn. A queue that is long is the attacker's: better a "try again" at once than an install that waits behind it.</summary>
    private async Task<(InstallKeyStatus Status, RsaSecurityKey? Key)> AskInTurnAsync(SemaphoreSlim slots, string keyId)
    {
        if (!await slots.WaitAsync(Patience))
        {
            Log.TooMany(logger);
            return (InstallKeyStatus.Unavailable, null);
        }

        try
        {
            return await AskAsync(keyId, CancellationToken.None);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<(InstallKeyStatus Status, RsaSecurityKey? Key)> AskAsync(string keyId, CancellationToken ct)
    {
        var status = InstallKeyStatus.Unknown;
        foreach (var host in options.Value.InstallKeyHosts)
        {
            var (found, pem) = await FetchAsync(host, keyId, ct);
            if (found == InstallKeyStatus.Found && ReadKey(pem!) is { } key)
            {
                Keep(keyId, key);
                return (InstallKeyStatus.Found, key);
            }

            if (found == InstallKeyStatus.Found)
            {
                Log.Unusable(logger, host);
            }
            else if (found == InstallKeyStatus.Unavailable)
            {
                status = found;
            }
        }

        return (status, null);
    }

    private async Task<(InstallKeyStatus Status, string? Pem)> FetchAsync(string host, string keyId, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.GetAsync(new Uri($"{host.TrimEnd('/')}/{keyId}"), ct);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return (InstallKeyStatus.Found, await response.Content.ReadAsStringAsync(ct));
            }

            // A store of objects says 403 as well as 404 for what it does not have. A redirect is never followed and is no key.
            if ((int)response.StatusCode is >= 300 and < 500 and not (408 or 429))
            {
                return (InstallKeyStatus.Unknown, null);
            }

            Log.Unavailable(logger, host, (int)response.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Log.Unreachable(logger, host, e.GetType().Name);
        }

        return (InstallKeyStatus.Unavailable, null);
    }

    private static RsaSecurityKey? ReadKey(string pem)
    {
        if (!pem.AsSpan().TrimStart().StartsWith("-----BEGIN PUBLIC KEY-----", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.KeySize < SmallestKey ? null : new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false));
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    private void Keep(string keyId, RsaSecurityKey key)
    {
        if (known.Count >= MostKeys)
        {
            known.Clear();
        }

        known[keyId] = (key, clock.GetTimestamp());
    }

    private void KeepMissing(string keyId)
    {
        if (missing.Count >= MostMissing)
        {
            foreach (var (old, missedAt) in missing)
            {
                if (clock.GetElapsedTime(missedAt) >= LifetimeOfNothing)
                {
                    missing.TryRemove(old, out _);
                }
            }
        }

        if (missing.Count < MostMissing)
        {
            missing[keyId] = clock.GetTimestamp();
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9._/-]{1,200}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyIdForm();

    private static partial class Log
    {
        [LoggerMessage(110, LogLevel.Warning, "The install key server {Host} answered {Status}.")]
        public static partial void Unavailable(ILogger logger, string host, int status);

        [LoggerMessage(111, LogLevel.Warning, "The install key server {Host} cannot be reached ({Error}).")]
        public static partial void Unreachable(ILogger logger, string host, string error);

        [LoggerMessage(112, LogLevel.Warning, "The install key server {Host} sent something that is no usable public key.")]
        public static partial void Unusable(ILogger logger, string host);

        [LoggerMessage(113, LogLevel.Warning, "An install key was not asked for: too many are asked for at once.")]
        public static partial void TooMany(ILogger logger);
    }
}
