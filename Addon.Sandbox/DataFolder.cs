namespace Addon.Sandbox;

/// <summary>The sandbox's data, held by one sandbox at a time: a second one would install itself over the first.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "sandbox.lock";

    // Only what the sandbox wrote: the folder is the caller's choice and may hold more.
    private static readonly string[] OwnFiles = ["addon.db*", "jira.json*", "straightline.development.key"];

    private readonly string _path;
    private readonly FileStream _held;

    private DataFolder(string path, FileStream held) => (_path, _held) = (path, held);

    public string Database => Path.Combine(_path, "addon.db");

    public string Site => Path.Combine(_path, "jira.json");

    /// <summary>Takes the folder, or says that another sandbox has it.</summary>
    public static DataFolder Hold(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SandboxStartException($"The folder {full} cannot be used; choose another with --data <folder>. {e.Message}");
        }

        try
        {
            // The file stays when the sandbox ends: who deletes it could delete the lock that another has just taken.
            return new DataFolder(full, new FileStream(Path.Combine(full, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new SandboxStartException($"The folder {full} cannot be written to; choose another with --data <folder>.");
        }
        catch (IOException)
        {
            throw new SandboxStartException("A sandbox already runs on this data; stop it, or use --data <folder>.");
        }
    }

    /// <summary>Forgets what is there.</summary>
    public void Clear()
    {
        foreach (var file in OwnFiles.SelectMany(pattern => Directory.GetFiles(_path, pattern)))
        {
            File.Delete(file);
        }
    }

    public void Dispose() => _held.Dispose();
}
