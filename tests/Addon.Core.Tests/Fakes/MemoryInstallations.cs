using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Installations;

namespace Addon.Core.Tests.Fakes;

/// <summary>Installations, audit and unit of work in memory: enough to state the rules of the life cycle without a database.</summary>
internal sealed class MemoryInstallations : IInstallationStore, IAuditTrail, IUnitOfWork
{
    private readonly Dictionary<string, Installation> rows = new(StringComparer.Ordinal);

    public List<AuditEntry> Audit { get; } = [];

    public Task<Installation?> FindByClientKeyAsync(string clientKey, CancellationToken ct) => Task.FromResult(rows.GetValueOrDefault(clientKey));

    public Task<Installation?> FindAsync(TenantId tenant, CancellationToken ct) => Task.FromResult(rows.Values.FirstOrDefault(i => i.Tenant == tenant));

    /// <summary>What another process has stored since the row was read.</summary>
    public Installation? StoredMeanwhile { get; set; }

    public Task<bool> SaveAsync(Installation installation, CancellationToken ct)
    {
        if (StoredMeanwhile is { } other)
        {
            rows[other.ClientKey] = other;
        }

        if (rows.TryGetValue(installation.ClientKey, out var row) && row.LifecycleAt > installation.LifecycleAt)
        {
            return Task.FromResult(false);
        }

        rows[installation.ClientKey] = installation;
        return Task.FromResult(true);
    }

    public Task AppendAsync(TenantId tenant, AuditEntry entry, CancellationToken ct)
    {
        Audit.Add(entry);
        return Task.CompletedTask;
    }

    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) => work(ct);
}
