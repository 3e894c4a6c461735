using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Core.Jira;
using Addon.Web.Connect;
using Addon.Web.Connect.Installations;
using Addon.Web.Jira;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Addon.Web.Tests.Jira;

/// <summary>The add-on's side of the calls to Jira, with installations that the test names and nothing else of the host.</summary>
internal sealed class JiraClient : IAsyncDisposable
{
    private readonly WebApplication app;

    public JiraClient(IEnumerable<Installation> installations, params string[] settings)
        : this(TimeProvider.System, installations, settings)
    {
    }

    public JiraClient(TimeProvider clock, IEnumerable<Installation> installations, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Services.Configure<AddonOptions>(options => options.Key = JiraStub.AppKey);
        builder.Services.AddSingleton<InstallationDirectory>();
        builder.Services.AddSingleton<IInstallationStore>(new Store(installations.ToDictionary(i => i.Tenant)));
        builder.AddJira();
        app = builder.Build();
    }

    public IJiraIssues Issues => app.Services.GetRequiredService<IJiraIssues>();

    public IJiraPermissions Permissions => app.Services.GetRequiredService<IJiraPermissions>();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class Store(Dictionary<TenantId, Installation> rows) : IInstallationStore
    {
        public Task<Installation?> FindByClientKeyAsync(string clientKey, CancellationToken ct) =>
            Task.FromResult(rows.Values.FirstOrDefault(i => string.Equals(i.ClientKey, clientKey, StringComparison.Ordinal)));

        public Task<Installation?> FindAsync(TenantId tenant, CancellationToken ct) => Task.FromResult(rows.GetValueOrDefault(tenant));

        public Task<bool> SaveAsync(Installation installation, CancellationToken ct) => throw new NotSupportedException();
    }
}
