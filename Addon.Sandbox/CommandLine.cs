using System.Globalization;

namespace Addon.Sandbox;

/// <summary>What the person who starts the sandbox wrote.</summary>
/// <param name="Options">How to start; null when only help was asked for, or when something is wrong.</param>
/// <param name="Problem">What is wrong, in one line.</param>
internal sealed record CommandLine(SandboxOptions? Options, string? Problem)
{
    private const string Jira = "--jira-port";
    private const string Addon = "--addon-port";
    private const string Data = "--data";
    private const string Fresh = "--fresh";

    public static string Usage { get; } = $"""
        A local Jira with Straightline installed.

        Usage: dotnet run --project Addon.Sandbox -- [options]

          {Jira} <port>    the local Jira's port (5081, or a free one when that is taken; 0 for any)
          {Addon} <port>   the add-on's port (5080, or a free one when that is taken; 0 for any)
          {Data} <folder>       where the data is kept (data/sandbox)
          {Fresh}               forget the data that is there and start anew
          --help                this text
        """;

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?"))
        {
            return new(null, null);
        }

        var options = new SandboxOptions { JiraPort = 5081, AddonPort = 5080, DataFolder = Path.Combine("data", "sandbox") };
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            if (parts is [Fresh])
            {
                options = options with { Fresh = true };
                continue;
            }

            if (parts[0] is not (Jira or Addon or Data))
            {
                return new(null, $"'{args[i]}' is not an option; use {Jira} <port>, {Addon} <port>, {Data} <folder>, {Fresh} or --help.");
            }

            var value = parts.Length == 2 ? parts[1] : i + 1 < args.Count && !IsOption(args[i + 1]) ? args[++i] : "";
            if (Apply(options, parts[0], value) is not { } next)
            {
                return new(null, parts[0] is Data ? $"{Data} needs a folder: {Data} <folder>." : $"{parts[0]} needs a port from 0 to 65535 (0 for any free one), not '{value}'.");
            }

            options = next;
        }

        return options.JiraPort == options.AddonPort && options is { JiraPort: not 0, IsJiraPortGiven: true, IsAddonPortGiven: true }
            ? new(null, $"{Jira} and {Addon} need different ports.")
            : new(options, null);
    }

    private static bool IsOption(string text) => text.StartsWith("--", StringComparison.Ordinal);

    private static SandboxOptions? Apply(SandboxOptions options, string name, string value) => name switch
    {
        Data => string.IsNullOrWhiteSpace(value) ? null : options with { DataFolder = value },
        Jira => Port(value) is { } port ? options with { JiraPort = port, IsJiraPortGiven = true } : null,
        _ => Port(value) is { } port ? options with { AddonPort = port, IsAddonPortGiven = true } : null,
    };

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= System.Net.IPEndPoint.MaxPort ? port : null;
}
