using System.Text.Json;
using Xunit;

namespace Addon.Web.Tests;

/// <summary>
/// Reference data that is not part of the repository: the folder that STRAIGHTLINE_SHARED names, or <c>../shared</c> beside the working copy.
/// A test that needs it skips with the reason when it is not there.
/// </summary>
internal static class SharedData
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The path of a file under <c>data</c>; skips the test when there is none.</summary>
    public static string Require(string file)
    {
        foreach (var folder in Candidates())
        {
            var path = Path.Combine(folder, "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"data/{file} is not here: set STRAIGHTLINE_SHARED to the folder that holds it, or put it at ../shared beside the working copy.");
        return "";
    }

    /// <summary>A JSON file under <c>data</c>; skips the test when there is none.</summary>
    public static JsonDocument RequireJson(string file) => JsonDocument.Parse(File.ReadAllBytes(Require(file)), Options);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("STRAIGHTLINE_SHARED") is { Length: > 0 } configured)
        {
            yield return configured;
        }

        yield return Path.Combine(RepositoryRoot.Path, "..", "shared");
    }
}
