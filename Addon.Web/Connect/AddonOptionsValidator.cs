using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect;

internal sealed partial class AddonOptionsValidator(IHostEnvironment environment) : IValidateOptions<AddonOptions>
{
    private const string PublicBaseUrl = $"{AddonOptions.Section}:{nameof(AddonOptions.PublicBaseUrl)}";

    public ValidateOptionsResult Validate(string? name, AddonOptions options)
    {
        List<string> failures = [];
        if (!KeyForm().IsMatch(options.Key))
        {
            failures.Add($"{AddonOptions.Section}:{nameof(AddonOptions.Key)} must be 1 to 64 characters of a-z, A-Z, 0-9, '-', '.' and '_'.");
        }

        if (options.PublicBaseUrl.Length == 0)
        {
            failures.Add($"{PublicBaseUrl} is missing: set it to the https URL under which Jira reaches this host.");
        }
        else if (ConfiguredUrl.Fault(options.PublicBaseUrl, environment) is { } fault)
        {
            failures.Add($"{PublicBaseUrl} {fault}");
        }
        else if (options.BasePath.Contains("//", StringComparison.Ordinal))
        {
            failures.Add($"{PublicBaseUrl} must not have an empty path segment.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // The descriptor allows 64 characters, the Forge manifest 90 of the same alphabet; the key has to fit both.
    [GeneratedRegex(@"^[a-zA-Z0-9._-]{1,64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyForm();
}
