using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;

namespace Addon.Web.Ui;

/// <summary>The files of <c>wwwroot</c>, and one version for all of them that changes with any of them.</summary>
/// <remarks>
/// The version is a part of the path and not a query, so that a module's relative imports carry it too: a page never mixes the scripts of two releases.
/// An import map would do the same but has to be inline, which the content security policy forbids.
/// </remarks>
internal sealed class PublicFiles : IDisposable
{
    private readonly PhysicalFileProvider _provider;

    public PublicFiles()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        _provider = new PhysicalFileProvider(root);
        Version = VersionOf(root);
    }

    /// <summary>Where the files are read from.</summary>
    public IFileProvider Provider => _provider;

    /// <summary>The version: the beginning of a hash over all names and contents.</summary>
    public string Version { get; }

    /// <summary>The address of a public file for a page one segment deep (<c>/connect/issue-panel</c>). Relative, so that a base path in front of us may be anything.</summary>
    public string Url(string path) => $"../static/{Version}/{path}";

    /// <summary>The address of a public file for the page at the root.</summary>
    public string UrlFromRoot(string path) => $"./static/{Version}/{path}";

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();

    private static string VersionOf(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
