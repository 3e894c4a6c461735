using System.Text.Json;
using Addon.Sandbox;
using Addon.Sandbox.LocalJira;
using Addon.Web.Hosting;
using Microsoft.Extensions.Options;

var commandLine = CommandLine.Parse(args);
if (commandLine.Options is not { } options)
{
    await (commandLine.Problem is null ? Console.Out : Console.Error).WriteLineAsync(commandLine.Problem ?? CommandLine.Usage);
    return commandLine.Problem is null ? 0 : 2;
}

var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development;
if (!string.Equals(environment, Environments.Development, StringComparison.OrdinalIgnoreCase))
{
    await Console.Error.WriteLineAsync($"The sandbox is a development tool and does not start in the environment '{environment}'.");
    return 1;
}

try
{
    await using var sandbox = await SandboxApp.StartAsync(options with { Tell = Console.WriteLine });
    var issue = sandbox.Jira.List().FirstOrDefault(i => i.ProjectId == JiraProject.Payments.Id && i is { ParentId: null, Type.HierarchyLevel: 0 });
    Console.WriteLine($"The data is in {Path.GetFullPath(options.DataFolder)}.");
    Console.WriteLine($"Straightline, the add-on (called by the local Jira), is at {sandbox.AddonAddress.GetLeftPart(UriPartial.Authority)}.");
    Console.WriteLine($"Open {sandbox.SiteAddress.GetLeftPart(UriPartial.Authority)}{(issue is null ? "/" : $"/browse/{issue.Key}")}");
    await sandbox.WaitForShutdownAsync();
    return 0;
}
catch (SandboxStartException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message.ReplaceLineEndings(" "));
    return 1;
}
catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or UnauthorizedAccessException or JsonException
    or OptionsValidationException or AggregateException)
{
    await Console.Error.WriteLineAsync($"The sandbox cannot start: {StartFailure.Describe(e)}");
    return 1;
}
