using System.Diagnostics;
using System.Security.Cryptography;
using Shouldly;

namespace Addon.Web.Tests.Webhooks;

/// <summary>The add-on as a process of its own, which can be killed and started again on the same database.</summary>
internal sealed class HostProcess(Uri jira, string folder) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly string secretsKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly List<string> output = [];
    private Process? process;
    private TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static string PublicBaseUrl => "https://straightline.example.test";

    public string ConnectionString => $"Data Source={Path.Combine(folder, "straightline.db")}";

    /// <summary>Where the process listens, as soon as it does.</summary>
    public Task<Uri> ListeningAsync() => listening.Task;

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Addon.Web.dll"));
        foreach (var (key, value) in Settings())
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await listening.Task.WaitAsync(StartPatience);
        }
        catch (TimeoutException e)
        {
            lock (output)
            {
                throw new ShouldAssertException("The host did not start:\n" + string.Join('\n', output), e);
            }
        }
    }

    /// <summary>Ends the process as a power failure does: nothing of it runs any more, and nothing was told.</summary>
    public async Task KillAsync()
    {
        listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["environment"] = "Development",
        ["urls"] = "http://127.0.0.1:0",
        ["Addon:PublicBaseUrl"] = PublicBaseUrl,
        ["Connect:InstallKeyHosts:0"] = new Uri(jira, "install-keys").ToString(),
        ["Connect:AllowedSiteHosts:0"] = "127.0.0.1",
        ["Database:ConnectionString"] = ConnectionString,
        ["Secrets:Keys:0:Id"] = "test",
        ["Secrets:Keys:0:Base64"] = secretsKey,
        ["Inbox:LeaseSeconds"] = "2",
        ["Inbox:PollSeconds"] = "1",
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
    };

    private void Take(string? line)
    {
        const string Mark = "Now listening on: ";
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.Add(line);
        }

        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        if (at >= 0)
        {
            listening.TrySetResult(new Uri(line[(at + Mark.Length)..].Trim()));
        }
    }
}
