namespace Addon.Web.Tests;

/// <summary>Finds the working copy that the tests were built from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder that holds AddonHost.sln.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "AddonHost.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests have to run from a build inside the working copy.");
    }
}
