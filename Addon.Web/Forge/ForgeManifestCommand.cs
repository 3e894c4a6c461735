using System.Text.RegularExpressions;
using Addon.Web.Connect.Descriptor;

namespace Addon.Web.Forge;

/// <summary>The command <c>forge-manifest</c> of the host.</summary>
internal static partial class ForgeManifestCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "forge-manifest";

    private const string Usage = "usage: forge-manifest --app-id <ari:cloud:ecosystem::app/uuid> --key <app key> --base-url <https url> [--output <file>]";

    /// <summary>Writes the manifest to the file, or to the standard output.</summary>
    /// <returns>The process exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args[1..]).Build();
        if (FaultOf(options) is { } fault)
        {
            await Console.Error.WriteLineAsync($"{fault} {Usage}");
            return 2;
        }

        var template = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, AddonDescriptor.FileName));
        var descriptor = new AddonDescriptor(template, options["base-url"]!.TrimEnd('/'), options["key"]!);
        var manifest = ForgeManifest.Write(descriptor.Root, options["app-id"]!);
        if (options["output"] is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, manifest);
        }
        else
        {
            await Console.Out.WriteAsync(manifest);
        }

        return 0;
    }

    private static string? FaultOf(IConfigurationRoot options)
    {
        if (!AppIdForm().IsMatch(options["app-id"] ?? ""))
        {
            return "--app-id must be the app's ARI.";
        }

        if (!KeyForm().IsMatch(options["key"] ?? ""))
        {
            return "--key must be the app key, at most 64 characters of a-z, A-Z, 0-9, '-', '.' and '_'.";
        }

        return Uri.TryCreate(options["base-url"], UriKind.Absolute, out var url) && url is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" }
            ? null
            : "--base-url must be an https URL without query.";
    }

    [GeneratedRegex(@"^ari:cloud:ecosystem::app/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AppIdForm();

    [GeneratedRegex(@"^[a-zA-Z0-9._-]{1,64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyForm();
}
