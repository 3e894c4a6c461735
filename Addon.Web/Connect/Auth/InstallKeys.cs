using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Addon.Web.Connect.Auth;

/// <summary>The platform's public install keys, by key id (Connect: signed-install).</summary>
/// <remarks>
/// The servers come from configuration only; a key id comes from an unverified token and becomes part of a URL, so its form is checked first.
/// A key never changes under its id, so it is kept - for an hour, so that one which the platform withdraws does not live on here.
/// </remarks>
internal sealed partial class InstallKeys(IHttpClientFactory clients, IOptions<ConnectOptions> options, TimeProvider clock, ILogger<InstallKeys> logger) : IDisposable
{
    /// <summary>The name of the client that asks the key servers.</summary>
    public const string ClientName = "install-keys";

    private const int MostKeys = 100;
    private const int SmallestKey = 2048;
    private const int MostRequestsAtOnce = 4;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (RsaSecurityKey Key, long LoadedAt)> known = new(StringComparer.Ordinal);

    // Forged key ids must not make us flood the platform's servers.
    private readonly SemaphoreSlim requests = new(MostRequestsAtOnce);

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

        await requests.WaitAsync(ct);
        try
        {
            return await AskAsync(keyId, ct);
        }
        finally
        {
            requests.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => requests.Dispose();

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
    }
}
