using System.Text;
using Addon.Core.Installations;
using Microsoft.IdentityModel.Tokens;

namespace Addon.Web.Connect.Installations;

/// <summary>An installation with its secrets made ready for checking signatures.</summary>
internal sealed class KnownSite(Installation installation)
{
    // Providers are not cached: they would outlive the secret's rotation in a static cache.
    private static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };

    private readonly SymmetricSecurityKey? current = KeyOf(installation.SharedSecret);
    private readonly SymmetricSecurityKey? previous = KeyOf(installation.PreviousSecret);

    public Installation Installation => installation;

    /// <summary>The keys that verify a token at <paramref name="now"/>, the current one first.</summary>
    public IEnumerable<SecurityKey> KeysAt(DateTimeOffset now) =>
        installation.SecretsAt(now).Select(secret => ReferenceEquals(secret, installation.SharedSecret) ? current! : previous!);

    // The platform's secret is text: its UTF-8 bytes are the key, whatever it looks like (Connect: sharedSecret).
    private static SymmetricSecurityKey? KeyOf(Secret? secret) =>
        secret is null ? null : new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret.Reveal())) { CryptoProviderFactory = Crypto };
}
