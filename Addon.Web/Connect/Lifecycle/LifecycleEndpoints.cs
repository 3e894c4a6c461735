using System.Text.Json;
using Addon.Core.Common;
using Addon.Web.Connect.Auth;
using Addon.Web.Connect.Installations;
using Addon.Web.Http;
using Microsoft.AspNetCore.Http.Metadata;
using LifecycleCalls = Addon.Core.Installations.Lifecycle;

namespace Addon.Web.Connect.Lifecycle;

/// <summary>What the platform calls when the app comes to a site and leaves it.</summary>
internal static partial class LifecycleEndpoints
{
    private const int LargestBody = 64 * 1024;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public static void MapLifecycle(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/connect").WithMetadata(new BodyLimit());
        group.MapPost("/installed", InstalledAsync).RequireToken(ConnectTokenKind.Lifecycle).WithName("Installed");
        group.MapPost("/uninstalled", UninstalledAsync).RequireToken(ConnectTokenKind.Lifecycle).WithName("Uninstalled");

        // Accepted because the descriptor names them; an app on Forge is never told, so nothing depends on them.
        group.MapPost("/enabled", () => TypedResults.NoContent()).RequireToken(ConnectTokenKind.Webhook).WithName("Enabled");
        group.MapPost("/disabled", () => TypedResults.NoContent()).RequireToken(ConnectTokenKind.Webhook).WithName("Disabled");
    }

    private static Task<IResult> InstalledAsync(
        SignedLifecycle signed,
        HttpRequest request,
        LifecycleReader reader,
        LifecycleCalls lifecycle,
        InstallationDirectory directory,
        ILogger<LifecycleReader> logger,
        CancellationToken ct) => HandleAsync(
            signed,
            request,
            reader,
            body => body.ReadInstall(signed),
            async call =>
            {
                var installation = await lifecycle.InstallAsync(call, ct);
                directory.Forget(installation);
                Log.Installed(logger, installation.Tenant.Value, installation.IsActive);
            },
            ct);

    private static Task<IResult> UninstalledAsync(
        SignedLifecycle signed,
        HttpRequest request,
        LifecycleReader reader,
        LifecycleCalls lifecycle,
        InstallationDirectory directory,
        ILogger<LifecycleReader> logger,
        CancellationToken ct) => HandleAsync(
            signed,
            request,
            reader,
            body => body.ReadUninstall(signed),
            async call =>
            {
                var installation = await lifecycle.UninstallAsync(call, ct);
                directory.Forget(installation);
                Log.Uninstalled(logger, installation.Tenant.Value, installation.IsActive);
            },
            ct);

    private static async Task<IResult> HandleAsync<TCall>(
        SignedLifecycle signed,
        HttpRequest request,
        LifecycleReader reader,
        Func<LifecycleBody, Outcome<TCall>> read,
        Func<TCall, Task> apply,
        CancellationToken ct)
    {
        using var json = await ReadJsonAsync(request, ct);
        if (json is not { RootElement.ValueKind: JsonValueKind.Object })
        {
            return Problems.Result(StatusCodes.Status400BadRequest, "request.malformed", "The body must be a JSON object.");
        }

        var body = reader.Open(json.RootElement);
        // The signature does not cover the body: whoever is named in it must be who signed (Connect: clientKey = iss).
        if (body.ClientKey is { } clientKey && clientKey != signed.ClientKey)
        {
            reader.LogForeignClientKey();
            return AuthenticationProblem.Create();
        }

        var call = read(body);
        if (!call.Succeeded)
        {
            return Problems.From(call.Error);
        }

        await apply(call.Value);
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

    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => LargestBody;
    }

    private static partial class Log
    {
        [LoggerMessage(120, LogLevel.Information, "Applied \"installed\" of tenant {TenantId}; active: {Active}.")]
        public static partial void Installed(ILogger logger, Guid tenantId, bool active);

        [LoggerMessage(121, LogLevel.Information, "Applied \"uninstalled\" of tenant {TenantId}; active: {Active}.")]
        public static partial void Uninstalled(ILogger logger, Guid tenantId, bool active);
    }
}
