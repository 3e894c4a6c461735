using System.Security.Cryptography;
using System.Text;

namespace Addon.Web.Data.Migrating;

/// <summary>One numbered script.</summary>
/// <param name="Name">Its file name (<c>0001_installation.sql</c>); the order of names is the order of scripts.</param>
/// <param name="Sql">Its text.</param>
internal sealed record Migration(string Name, string Sql)
{
    /// <summary>SHA-256 of the text, whatever line endings a checkout gave it.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.Replace("\r\n", "\n", StringComparison.Ordinal).Trim())));

    /// <summary>The embedded scripts of an engine, in order.</summary>
    public static IReadOnlyList<Migration> All(DatabaseEngine engine)
    {
        var assembly = typeof(Migration).Assembly;
        var folder = $"Migrations/{engine}/";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
                .Where(r => r.Path.StartsWith(folder, StringComparison.Ordinal))
                .OrderBy(r => r.Path, StringComparer.Ordinal)
                .Select(r => new Migration(r.Path[folder.Length..], Read(r.Resource))),
        ];

        string Read(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }
}
