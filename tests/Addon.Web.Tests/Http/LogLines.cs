using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Addon.Web.Tests.Http;

/// <summary>Everything that a host logs, with scopes and exceptions, as text.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<(LogLevel Level, string Category, string Text)> lines = new();
    private IExternalScopeProvider? scopes;

    public IReadOnlyList<(LogLevel Level, string Category, string Text)> All => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = $"{formatter(state, exception)} {exception}";
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                text += string.Join(' ', values);
            }

            owner.scopes?.ForEachScope((scope, _) => text += $" {scope} {(scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "")}", 0);
            owner.lines.Enqueue((logLevel, category, text));
        }
    }
}
