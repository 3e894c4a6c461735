using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Addon.Web.Data.Secrets;

/// <summary>In Development, without a configured key: a key in a file beside the database, so that secrets are never stored in plain text, not even there.</summary>
internal sealed partial class DevelopmentKeyFile(IHostEnvironment environment, IOptions<DatabaseOptions> database, ILogger<DevelopmentKeyFile> logger)
{
    /// <summary>The id under which the key's work is stored.</summary>
    public const string KeyId = "development";

    private const string FileName = "straightline.development.key";

    /// <summary>The key, made if there is none.</summary>
    public byte[] ReadOrCreate()
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("Secrets:Keys must hold at least one key outside Development.");
        }

        var path = Path.Combine(Database.FolderOf(database.Value), FileName);
        if (!File.Exists(path))
        {
            Create(path);
        }

        return Convert.FromBase64String(File.ReadAllText(path).Trim());
    }

    private void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Written aside and moved, so that another process never reads half a key; whoever moves first wins.
        var aside = $"{path}.{Guid.NewGuid():N}";
        using (var file = new StreamWriter(aside, options))
        {
            file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretProtector.KeySize)));
        }

        try
        {
            File.Move(aside, path, overwrite: false);
            Log.Created(logger, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Secrets:Keys is empty, which Development allows: secrets are encrypted with a key that was just made in {Path}.")]
        public static partial void Created(ILogger logger, string path);
    }
}
