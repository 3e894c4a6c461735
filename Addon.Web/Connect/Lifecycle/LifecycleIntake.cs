using System.Text.Json;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Web.Connect.Auth;
using Addon.Web.Connect.Installations;
using Addon.Web.Http;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect.Lifecycle;

/// <summary>The way of a lifecycle call whose token has been verified: read the body, compare it with the token, apply it, forget what was known of the site.</summary>
internal sealed partial class LifecycleIntake(SiteUrls urls, IOptions<AddonOptions> addon, InstallationDirectory directory, ILogger<LifecycleIntake> logger)
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Answers one call.</summary>
    /// <param name="signed">What its token proves.</param>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the call from the body.</param>
    /// <param name="apply">Applies it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IResult> HandleAsync<TCall>(
        SignedLifecycle signed,
        HttpRequest request,
        Func<LifecycleBody, Outcome<TCall>> read,
        Func<TCall, CancellationToken, Task<Installation>> apply,
        CancellationToken ct)
    {
        using var json = await ReadJsonAsync(request, ct);
        if (json is not { RootElement.ValueKind: JsonValueKind.Object })
        {
            return Problems.Result(StatusCodes.Status400BadRequest, "request.malformed", "The body must be a JSON object.");
        }

        var body = new LifecycleBody(json.RootElement, urls, addon.Value.Key);
        // The signature does not cover the body: whoever is named in it must be who signed (Connect: clientKey = iss).
        if (body.ClientKey is { } clientKey && clientKey != signed.ClientKey)
        {
            Log.Refused(logger, RefusalCause.ClientKey);
            return AuthenticationProblem.Create();
        }

        var call = read(body);
        if (!call.Succeeded)
        {
            return Problems.From(call.Error);
        }

        var installation = await apply(call.Value, ct);
        directory.Forget(installation);
        Log.Applied(logger, typeof(TCall).Name, installation.Tenant.Value, installation.IsActive);
        return TypedResults.NoContent();
    }

    private static async Task<JsonDocument?> ReadJsonAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, Json, ct);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a member's name with half of a surrogate pair.
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(120, LogLevel.Information, "Applied {Call} of tenant {TenantId}; active: {Active}.")]
        public static partial void Applied(ILogger logger, string call, Guid tenantId, bool active);

        [LoggerMessage(122, LogLevel.Warning, "Refused a lifecycle call: {Cause}.")]
        public static partial void Refused(ILogger logger, string cause);
    }
}
