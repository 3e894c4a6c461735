using Xunit;

namespace Addon.Web.Tests;

/// <summary>
/// Reference data that is not part of the repository: real webhook bodies and Jira's own API description. Tests that use it say so when it is not there.
/// It is looked for in the folder that STRAIGHTLINE_SHARED names, else in a folder <c>shared</c> beside the repository.
/// </summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder below <c>data</c>; skips the running test when it is not there.</summary>
    public static string PathOf(string relative)
    {
        var root = Environment.GetEnvironmentVariable("STRAIGHTLINE_SHARED") is { Length: > 0 } named ? named : Path.Combine(RepositoryRoot.Path, "..", "shared");
        var path = Path.GetFullPath(Path.Combine(root, "data", relative));
        Assert.SkipUnless(Path.Exists(path), $"The reference data {relative} is not here (STRAIGHTLINE_SHARED, or a folder 'shared' beside the repository).");
        return path;
    }
}
