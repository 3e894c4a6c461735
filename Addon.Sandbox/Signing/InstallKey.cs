using System.Security.Cryptography;

namespace Addon.Sandbox.Signing;

/// <summary>A key pair with which the platform signs install and uninstall, and the public half as its key server hands it out.</summary>
public sealed class InstallKey : IDisposable
{
    private readonly RSA rsa;

    /// <summary>Makes a new pair.</summary>
    /// <param name="id">The key id; a random one when none is given.</param>
    /// <param name="size">The size in bits.</param>
    public InstallKey(string? id = null, int size = 2048)
    {
        Id = id ?? Guid.NewGuid().ToString("D");
        rsa = RSA.Create(size);
    }

    /// <summary>The key id, as tokens and the key server's URLs carry it.</summary>
    public string Id { get; }

    /// <summary>The public half.</summary>
    public string PublicPem => rsa.ExportSubjectPublicKeyInfoPem();

    /// <summary>Signs with RS256.</summary>
    public byte[] Sign(byte[] data) => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <inheritdoc/>
    public void Dispose() => rsa.Dispose();
}
