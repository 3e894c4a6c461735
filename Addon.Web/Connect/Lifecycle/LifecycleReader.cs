using System.Text.Json;
using Addon.Web.Connect.Auth;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect.Lifecycle;

/// <summary>Opens lifecycle bodies with what the host is configured to trust.</summary>
internal sealed partial class LifecycleReader(SiteUrls urls, IOptions<AddonOptions> addon, ILogger<LifecycleReader> logger)
{
    public LifecycleBody Open(JsonElement root) => new(root, urls, addon.Value.Key);

    public void LogForeignClientKey() => Log.Refused(logger, RefusalCause.ClientKey);

    private static partial class Log
    {
        [LoggerMessage(122, LogLevel.Warning, "Refused a lifecycle call: {Cause}.")]
        public static partial void Refused(ILogger logger, string cause);
    }
}
