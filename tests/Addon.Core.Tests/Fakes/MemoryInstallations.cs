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

    public Task SaveAsync(Installation installation, CancellationToken ct)
    {
        rows[installation.ClientKey] = installation;
        return Task.CompletedTask;
    }

    public Task AppendAsync(TenantId tenant, AuditEntry entry, CancellationToken ct)
    {
        Audit.Add(entry);
        return Task.CompletedTask;
    }

    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct) => work(ct);
}
