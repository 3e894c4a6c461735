using Addon.Web.Connect.Auth;
using Microsoft.AspNetCore.Http.Metadata;
using LifecycleCalls = Addon.Core.Installations.Lifecycle;

namespace Addon.Web.Connect.Lifecycle;

/// <summary>What the platform calls when the app comes to a site and leaves it.</summary>
internal static class LifecycleEndpoints
{
    private const int LargestBody = 64 * 1024;

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
        SignedLifecycle signed, HttpRequest request, LifecycleIntake intake, LifecycleCalls lifecycle, CancellationToken ct) =>
        intake.HandleAsync(signed, request, body => body.ReadInstall(signed), lifecycle.InstallAsync, ct);

    private static Task<IResult> UninstalledAsync(
        SignedLifecycle signed, HttpRequest request, LifecycleIntake intake, LifecycleCalls lifecycle, CancellationToken ct) =>
        intake.HandleAsync(signed, request, body => body.ReadUninstall(signed), lifecycle.UninstallAsync, ct);

    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => LargestBody;
    }
}
