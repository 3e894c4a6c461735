namespace Addon.Web.Data.Secrets;

/// <summary>A secret as it is stored.</summary>
/// <param name="Cipher">Nonce, tag and ciphertext.</param>
/// <param name="KeyId">Which key opens it.</param>
internal sealed record ProtectedSecret(byte[] Cipher, string KeyId);
