using System.Collections.Concurrent;

namespace Addon.Sandbox.Signing;

/// <summary>The platform's key server: one public key per id, 404 for anything else.</summary>
public sealed class InstallKeyServer
{
    private readonly ConcurrentDictionary<string, string> pems = new(StringComparer.Ordinal);

    /// <summary>Publishes a key.</summary>
    public void Publish(InstallKey key) => pems[key.Id] = key.PublicPem;

    /// <summary>The PEM of a key id, or null.</summary>
    public string? Find(string keyId) => pems.GetValueOrDefault(keyId);

    /// <summary>Serves the keys under a prefix (<c>/install-keys</c>).</summary>
    public void Map(IEndpointRouteBuilder routes, string prefix) =>
        routes.MapGet($"{prefix}/{{**keyId}}", (string keyId) => Find(keyId) is { } pem ? Results.Text(pem, "application/x-pem-file") : Results.NotFound());
}
