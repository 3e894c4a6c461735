using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Events;

namespace Addon.Core.Installations;

/// <summary>Applies lifecycle calls. Each may come repeatedly, late and in any order; the one issued last decides.</summary>
/// <remarks>
/// <c>iat</c> counts seconds. Of calls issued in one second the one that arrives last decides - an uninstall may follow an install as quickly as an install an
/// uninstall, so neither kind can outrank the other - and the same call come again changes nothing, which is why the calls of the last second are remembered.
/// </remarks>
public sealed class Lifecycle(IInstallationStore installations, IInbox inbox, IAuditTrail audit, IUnitOfWork work, TimeProvider clock)
{
    /// <summary>How long the secret before a rotation still verifies tokens: the longest life of a token that was under way.</summary>
    public static readonly TimeSpan SecretGrace = TimeSpan.FromMinutes(15);

    /// <summary>How many calls of one second are remembered; the platform sends a handful.</summary>
    private const int MostRemembered = 16;

    /// <summary>Installs, reinstalls, updates or rotates. An older call than the last applied one changes nothing.</summary>
    /// <returns>The installation as it is now.</returns>
    public Task<Installation> InstallAsync(InstallCall call, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var known = await installations.FindByClientKeyAsync(call.ClientKey, ct);
            if (known is not null && known.HasPassed(call.IssuedAt, call.CallId))
            {
                return known;
            }

            var now = clock.GetUtcNow();
            var rotated = known is { IsActive: true } && !call.SharedSecret.Equals(known.SharedSecret);
            var installation = new Installation
            {
                Tenant = known?.Tenant ?? TenantId.New(),
                ClientKey = call.ClientKey,
                BaseUrl = call.BaseUrl,
                DisplayUrl = call.DisplayUrl,
                SharedSecret = call.SharedSecret,
                PreviousSecret = rotated ? known!.SharedSecret : known?.PreviousSecret,
                PreviousSecretUntil = rotated ? now + SecretGrace : known?.PreviousSecretUntil,
                LifecycleAt = call.IssuedAt,
                LifecycleCalls = Remember(known, call.IssuedAt, call.CallId),
                InstalledAt = now,
                CloudId = call.CloudId ?? known?.CloudId,
                ForgeInstallationId = call.ForgeInstallationId ?? known?.ForgeInstallationId,
            };
            if (!await installations.SaveAsync(installation, ct))
            {
                // A call that was issued later came in between; what it made of the site stays.
                return (await installations.FindByClientKeyAsync(call.ClientKey, ct))!;
            }

            if (known?.UninstalledAt is { } away)
            {
                await inbox.AcceptAsync(installation.Tenant, Returned(call, away), ct);
            }

            await audit.AppendAsync(installation.Tenant, AuditEntry.BySystem("installation.installed", "installation", call.ClientKey), ct);
            return installation;
        },
        ct);

    /// <summary>Turns the site off: its secrets are dropped, its data stays until the retention ends. A late call of an older life changes nothing.</summary>
    /// <returns>The installation as it is now.</returns>
    /// <remarks>An unknown site gets a row that is uninstalled, so that an "installed" that was issued earlier and arrives later stays without effect.</remarks>
    public Task<Installation> UninstallAsync(UninstallCall call, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var known = await installations.FindByClientKeyAsync(call.ClientKey, ct);
            if (known is not null && known.HasPassed(call.IssuedAt, call.CallId))
            {
                return known;
            }

            var installation = (known ?? new Installation
            {
                Tenant = TenantId.New(),
                ClientKey = call.ClientKey,
                BaseUrl = call.BaseUrl,
                DisplayUrl = call.BaseUrl,
                LifecycleAt = call.IssuedAt,
            }) with
            {
                SharedSecret = null,
                PreviousSecret = null,
                PreviousSecretUntil = null,
                LifecycleAt = call.IssuedAt,
                LifecycleCalls = Remember(known, call.IssuedAt, call.CallId),
                UninstalledAt = known?.UninstalledAt ?? clock.GetUtcNow(),
            };
            if (!await installations.SaveAsync(installation, ct))
            {
                // A call that was issued later came in between; what it made of the site stays.
                return (await installations.FindByClientKeyAsync(call.ClientKey, ct))!;
            }

            await audit.AppendAsync(installation.Tenant, AuditEntry.BySystem("installation.uninstalled", "installation", call.ClientKey), ct);
            return installation;
        },
        ct);

    /// <summary>No webhook came while the app was away, so that the snapshots of that time are read again.</summary>
    private static JiraEvent Returned(InstallCall call, DateTimeOffset away) => new()
    {
        DeliveryId = $"returned:{call.CallId}",
        Name = "installed",
        Kind = JiraEventKind.Returned,
        OccurredAt = away,
    };

    private static string Remember(Installation? known, DateTimeOffset issuedAt, string callId) => known?.LifecycleAt == issuedAt
        ? string.Join(' ', known.LifecycleCalls.Split(' ').Append(callId).TakeLast(MostRemembered))
        : callId;
}
