using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Web.Data.Installations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Addon.Web.Tests.Connect;

/// <summary>The real store, with its reads counted.</summary>
internal sealed class CountingStore(InstallationStore store, CountingStore.Counter counter) : IInstallationStore
{
    public static void AddTo(IServiceCollection services) =>
        services.AddSingleton<Counter>().AddScoped<InstallationStore>().Replace(ServiceDescriptor.Scoped<IInstallationStore, CountingStore>());

    public async Task<Installation?> FindByClientKeyAsync(string clientKey, CancellationToken ct)
    {
        var found = await store.FindByClientKeyAsync(clientKey, ct);
        counter.Add();
        return found;
    }

    public async Task<Installation?> FindAsync(TenantId tenant, CancellationToken ct)
    {
        var found = await store.FindAsync(tenant, ct);
        counter.Add();
        return found;
    }

    public Task<bool> SaveAsync(Installation installation, CancellationToken ct) => store.SaveAsync(installation, ct);

    internal sealed class Counter
    {
        private int reads;

        public int Reads => Volatile.Read(ref reads);

        /// <summary>What happens between a read and its answer.</summary>
        public Action? AfterRead { get; set; }

        public void Add()
        {
            Interlocked.Increment(ref reads);
            AfterRead?.Invoke();
        }
    }
}
