using System.Globalization;
using Addon.Sandbox;
using Addon.Sandbox.LocalJira;
using Addon.Web.Hosting;
using Microsoft.Extensions.Options;

var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development;
if (!string.Equals(environment, Environments.Development, StringComparison.OrdinalIgnoreCase))
{
    await Console.Error.WriteLineAsync($"The sandbox is a development tool and does not start in the environment '{environment}'.");
    return 1;
}

var settings = new ConfigurationBuilder().AddCommandLine([.. args.Where(a => a is not "--fresh")]).Build();
var options = new SandboxOptions
{
    JiraPort = int.Parse(settings["jira-port"] ?? "5081", CultureInfo.InvariantCulture),
    AddonPort = int.Parse(settings["addon-port"] ?? "5080", CultureInfo.InvariantCulture),
    DataFolder = settings["data"] ?? Path.Combine("data", "sandbox"),
    Fresh = args.Contains("--fresh", StringComparer.Ordinal),
};

try
{
    await using var sandbox = await SandboxApp.StartAsync(options);
    var issue = sandbox.Jira.List().FirstOrDefault(i => i.ProjectId == JiraProject.Payments.Id && i is { ParentId: null, Type.HierarchyLevel: 0 });
    Console.WriteLine($"Straightline answers at {sandbox.AddonAddress.GetLeftPart(UriPartial.Authority)}; its data is in {Path.GetFullPath(options.DataFolder)}.");
    Console.WriteLine($"Open {sandbox.SiteAddress.GetLeftPart(UriPartial.Authority)}{(issue is null ? "/" : $"/browse/{issue.Key}")}");
    await sandbox.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or OptionsValidationException or AggregateException)
{
    await Console.Error.WriteLineAsync($"The sandbox cannot start: {StartFailure.Describe(e)}");
    return 1;
}
