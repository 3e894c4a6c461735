using System.Security.Cryptography;
using System.Text;
using Addon.Core.Common;
using Addon.Core.Installations;
using Microsoft.Extensions.Options;

namespace Addon.Web.Data.Secrets;

/// <summary>
/// Encrypts secrets with AES-GCM. Tenant and purpose are authenticated along: a ciphertext that is copied into another tenant's row, or from the previous
/// secret's column into the current one's, does not open.
/// </summary>
internal sealed class SecretProtector
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 32;

    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly string encryptingKey;
    private readonly Dictionary<string, byte[]> keys;

    public SecretProtector(IOptions<SecretsOptions> options, DevelopmentKeyFile developmentKey)
    {
        keys = options.Value.Keys.ToDictionary(k => k.Id, k => Convert.FromBase64String(k.Base64), StringComparer.Ordinal);
        if (keys.Count == 0)
        {
            keys[DevelopmentKeyFile.KeyId] = developmentKey.ReadOrCreate();
        }

        encryptingKey = options.Value.Keys.FirstOrDefault()?.Id ?? DevelopmentKeyFile.KeyId;
    }

    /// <summary>Encrypts a secret for one place.</summary>
    public ProtectedSecret Protect(TenantId tenant, string purpose, Secret secret)
    {
        var plain = Encoding.UTF8.GetBytes(secret.Reveal());
        var cipher = new byte[NonceSize + TagSize + plain.Length];
        var (nonce, tag, body) = Parts(cipher);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(keys[encryptingKey], TagSize);
        aes.Encrypt(nonce.Span, plain, body.Span, tag.Span, Associated(tenant, purpose));
        CryptographicOperations.ZeroMemory(plain);
        return new ProtectedSecret(cipher, encryptingKey);
    }

    /// <summary>Opens a secret of that place.</summary>
    /// <exception cref="CryptographicException">The key is gone, or the row is not what was written.</exception>
    public Secret Unprotect(TenantId tenant, string purpose, ProtectedSecret secret)
    {
        if (!keys.TryGetValue(secret.KeyId, out var key))
        {
            throw new CryptographicException($"Secrets:Keys lacks the key \"{secret.KeyId}\", which a stored secret needs.");
        }

        if (secret.Cipher.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("A stored secret is cut off.");
        }

        var (nonce, tag, body) = Parts(secret.Cipher);
        var plain = new byte[body.Length];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(nonce.Span, body.Span, tag.Span, plain, Associated(tenant, purpose));
        return new Secret(Encoding.UTF8.GetString(plain));
    }

    private static byte[] Associated(TenantId tenant, string purpose) => Encoding.UTF8.GetBytes($"{tenant.Value:D}|{purpose}");

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Body) Parts(byte[] cipher) =>
        (cipher.AsMemory(0, NonceSize), cipher.AsMemory(NonceSize, TagSize), cipher.AsMemory(NonceSize + TagSize));
}
