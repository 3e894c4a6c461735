using Microsoft.Extensions.Options;

namespace Addon.Web.Connect;

internal sealed class ConnectOptionsValidator(IHostEnvironment environment) : IValidateOptions<ConnectOptions>
{
    private const int LargestSkew = 300;

    public ValidateOptionsResult Validate(string? name, ConnectOptions options)
    {
        List<string> failures = [];
        foreach (var (index, host) in options.InstallKeyHosts.Index())
        {
            if (ConfiguredUrl.Fault(host, environment) is { } fault)
            {
                failures.Add($"{ConnectOptions.Section}:{nameof(ConnectOptions.InstallKeyHosts)}:{index} {fault}");
            }
        }

        foreach (var (index, pattern) in options.AllowedSiteHosts.Index())
        {
            if (FaultOfPattern(pattern) is { } fault)
            {
                failures.Add($"{ConnectOptions.Section}:{nameof(ConnectOptions.AllowedSiteHosts)}:{index} {fault}");
            }
        }

        if (options.ClockSkewSeconds is < 0 or > LargestSkew)
        {
            failures.Add($"{ConnectOptions.Section}:{nameof(ConnectOptions.ClockSkewSeconds)} must be 0 to {LargestSkew}.");
        }

        if (ConfiguredUrl.Fault(options.BridgeScriptUrl, environment) is { } bridgeFault)
        {
            failures.Add($"{ConnectOptions.Section}:{nameof(ConnectOptions.BridgeScriptUrl)} {bridgeFault}");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private string? FaultOfPattern(string text)
    {
        if (!SiteHostPattern.TryParse(text, out var pattern))
        {
            return "must be a host name such as *.atlassian.net; '*' stands for one whole label, and at least two labels must be spelled out after it.";
        }

        return pattern.IsLocal && !environment.IsDevelopment() ? "must not name this machine or an IP address outside Development." : null;
    }
}
