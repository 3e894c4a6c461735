using System.Reflection;

namespace Addon.Sandbox.Pages;

/// <summary>The site's own files, and the bridge script that frames load from it.</summary>
internal static class AssetEndpoints
{
    private const string Prefix = "Assets/";

    private static readonly Dictionary<string, byte[]> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{name}", Serve);
        routes.MapGet("/all.js", () => Serve("all.js"));
        routes.MapGet("/favicon.ico", () => Serve("jira.svg"));
    }

    private static IResult Serve(string name) => Files.TryGetValue(name, out var content)
        ? Results.Bytes(content, Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        })
        : Results.NotFound();

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
