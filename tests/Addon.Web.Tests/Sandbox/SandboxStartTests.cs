using Addon.Sandbox;
using Addon.Sandbox.LocalJira;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Sandbox;

/// <summary>Starting the sandbox.</summary>
public sealed class SandboxStartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Second_Start_Goes_On_Where_The_First_One_Ended_And_A_Fresh_One_Forgets()
    {
        var options = new SandboxOptions { DataFolder = Path.Combine(Path.GetTempPath(), $"straightline-sandbox-{Guid.NewGuid():N}") };
        try
        {
            string clientKey;
            await using (var first = await SandboxApp.StartAsync(options, Ct))
            {
                clientKey = first.Jira.ClientKey;
                first.Jira.AreOkrsSeeded.ShouldBeTrue();
                first.Jira.Transition(JiraUser.Engineer, first.Jira.Find("PAY-1")!.Id, JiraStatus.Done);
            }

            await using (var second = await SandboxApp.StartAsync(options, Ct))
            {
                second.Jira.ClientKey.ShouldBe(clientKey);
                second.Jira.Find("PAY-1")!.Status.ShouldBe(JiraStatus.Done);
                second.Jira.IsInstalled.ShouldBeTrue();
            }

            await using var fresh = await SandboxApp.StartAsync(options with { Fresh = true }, Ct);
            string.Equals(fresh.Jira.ClientKey, clientKey, StringComparison.Ordinal).ShouldBeFalse();
            fresh.Jira.Find("PAY-1")!.Status.ShouldBe(JiraStatus.InProgress);
        }
        finally
        {
            Directory.Delete(options.DataFolder, recursive: true);
        }
    }

    [Fact]
    public async Task Taken_Ports_Give_Way_To_Free_Ones()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var folder = Path.Combine(Path.GetTempPath(), $"straightline-sandbox-{Guid.NewGuid():N}");
        List<string> told = [];
        try
        {
            await using var sandbox = await SandboxApp.StartAsync(new SandboxOptions { DataFolder = folder, JiraPort = port, SeedOkrs = false, Tell = told.Add }, Ct);
            sandbox.SiteAddress.Port.ShouldNotBe(port);
            told.ShouldBe([$"Port {port} is taken, using {sandbox.SiteAddress.Port}."]);
            sandbox.Jira.IsInstalled.ShouldBeTrue();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_Second_Start_On_The_Same_Data_Is_Refused_And_Deletes_Nothing()
    {
        var options = new SandboxOptions { DataFolder = Path.Combine(Path.GetTempPath(), $"straightline-sandbox-{Guid.NewGuid():N}"), SeedOkrs = false };
        try
        {
            await using var first = await SandboxApp.StartAsync(options, Ct);
            var refusal = await Should.ThrowAsync<SandboxStartException>(() => SandboxApp.StartAsync(options with { Fresh = true }, Ct));
            refusal.Message.ShouldBe("A sandbox already runs on this data; stop it, or use --data <folder>.");
            File.Exists(Path.Combine(options.DataFolder, "jira.json")).ShouldBeTrue();
            File.Exists(Path.Combine(options.DataFolder, "addon.db")).ShouldBeTrue();
        }
        finally
        {
            Directory.Delete(options.DataFolder, recursive: true);
        }
    }

    [Fact]
    public async Task A_Taken_Port_That_Was_Asked_For_Is_Refused_And_The_Data_Is_Let_Go()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var folder = Path.Combine(Path.GetTempPath(), $"straightline-sandbox-{Guid.NewGuid():N}");
        var options = new SandboxOptions { DataFolder = folder, JiraPort = port, IsJiraPortGiven = true, SeedOkrs = false };
        try
        {
            (await Should.ThrowAsync<SandboxStartException>(() => SandboxApp.StartAsync(options, Ct))).Message.ShouldContain($"Port {port} is taken");
            taken.Stop();
            await using var sandbox = await SandboxApp.StartAsync(options with { JiraPort = 0 }, Ct);
            sandbox.Jira.IsInstalled.ShouldBeTrue();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
