using Addon.Web.Hosting;

namespace Addon.Web.Data.Migrating;

/// <summary>The schema is this build's before the first request comes in.</summary>
internal sealed class MigrateAtStart(Migrator migrator) : IStartupTask
{
    public Task RunAsync(CancellationToken ct) => migrator.MigrateAsync(ct);
}
