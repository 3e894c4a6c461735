using System.Collections.Concurrent;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Core.Jira;
using Addon.Web.Connect;
using Addon.Web.Connect.Installations;
using Addon.Web.Jira;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Addon.Web.Tests.Jira;

/// <summary>The add-on's side of the calls to Jira, with installations that the test names and nothing else of the host.</summary>
internal sealed class JiraClient : IAsyncDisposable
{
    private readonly LogLines log = new();
    private readonly IHost app;

    public JiraClient(IEnumerable<Installation> installations, params string[] settings)
        : this(TimeProvider.System, installations, settings)
    {
    }

    public JiraClient(TimeProvider clock, IEnumerable<Installation> installations, params string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(clock);
        builder.Services.Configure<AddonOptions>(options => options.Key = JiraStub.AppKey);
        builder.Services.AddSingleton<InstallationDirectory>();
        builder.Services.AddSingleton<IInstallationStore>(new Store(installations.ToDictionary(i => i.Tenant)));
        builder.AddJira();
        app = builder.Build();
    }

    /// <summary>What was logged, one line each: level, event id, text.</summary>
    public IReadOnlyList<string> Log => [.. log.Lines];

    public IJiraIssues Issues => app.Services.GetRequiredService<IJiraIssues>();

    public IJiraPermissions Permissions => app.Services.GetRequiredService<IJiraPermissions>();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync()
    {
        app.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel} {eventId.Name} {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }

    private sealed class Store(Dictionary<TenantId, Installation> rows) : IInstallationStore
    {
        public Task<Installation?> FindByClientKeyAsync(string clientKey, CancellationToken ct) =>
            Task.FromResult(rows.Values.FirstOrDefault(i => string.Equals(i.ClientKey, clientKey, StringComparison.Ordinal)));

        public Task<Installation?> FindAsync(TenantId tenant, CancellationToken ct) => Task.FromResult(rows.GetValueOrDefault(tenant));

        public Task<bool> SaveAsync(Installation installation, CancellationToken ct) => throw new NotSupportedException();
    }
}
