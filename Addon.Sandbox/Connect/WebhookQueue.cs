using System.Globalization;
using System.Net.Http.Headers;
using System.Threading.Channels;
using Addon.Sandbox.Jql;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Connect;

/// <summary>Delivers webhooks one after the other and tries again as Jira does, only sooner.</summary>
public sealed class WebhookQueue : BackgroundService
{
    private const int LongestLog = 200;

    private readonly Channel<WebhookDelivery> _due = Channel.CreateUnbounded<WebhookDelivery>();
    private readonly Lock _gate = new();
    private readonly List<WebhookDelivery> _log = [];
    private readonly LocalSite _site;
    private readonly AppConnection _connection;
    private readonly SiteTokens _tokens;
    private readonly IssueJson _json;
    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _firstRetry;
    private long _lastIdentifier;
    private int _pending;

    internal WebhookQueue(
        LocalSite site, AppConnection connection, SiteTokens tokens, IssueJson json, HttpClient http, TimeProvider clock, TimeSpan firstRetry)
    {
        (_site, _connection, _tokens, _json, _http, _clock, _firstRetry) = (site, connection, tokens, json, http, clock, firstRetry);
        _lastIdentifier = clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        site.Subscribe(Enqueue);
    }

    /// <summary>Whether nothing is on its way or waits for another try.</summary>
    public bool IsIdle => Volatile.Read(ref _pending) == 0;

    /// <summary>The last deliveries, newest first.</summary>
    public IReadOnlyList<WebhookDelivery> Log
    {
        get
        {
            lock (_gate)
            {
                return [.. _log.AsEnumerable().Reverse()];
            }
        }
    }

    /// <summary>Sends the last webhook again, under the same identifier: a duplicate as Jira makes them.</summary>
    /// <returns>Whether there was one.</returns>
    public bool SendLastAgain(int times = 1)
    {
        if (Log is not [var last, ..])
        {
            return false;
        }

        for (var i = 0; i < times; i++)
        {
            Add(last with { Attempts = [] });
        }

        return true;
    }

    /// <summary>Sends the last two webhooks again in the wrong order, each as a delivery of its own: the older news arrives last.</summary>
    /// <returns>Whether there were two.</returns>
    public bool SendLastTwoOutOfOrder()
    {
        if (Log is not [var last, var before, ..])
        {
            return false;
        }

        Add(last with { Identifier = NextIdentifier(), Attempts = [] });
        Add(before with { Identifier = NextIdentifier(), Attempts = [] });
        return true;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await DeliverAllAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops. A host that is disposed without having been stopped would tell it as a failure.
        }
    }

    private async Task DeliverAllAsync(CancellationToken stoppingToken)
    {
        await foreach (var delivery in _due.Reader.ReadAllAsync(stoppingToken))
        {
            var tried = delivery with { Attempts = [.. delivery.Attempts, await TryAsync(delivery, stoppingToken)] };
            Note(tried);
            if (tried.WillRetry)
            {
                _ = RetryLaterAsync(tried, stoppingToken);
            }
            else
            {
                Interlocked.Decrement(ref _pending);
            }
        }
    }

    private void Enqueue(SiteEvent told)
    {
        if (_connection.Installed is not { } app)
        {
            return;
        }

        foreach (var webhook in app.Webhooks.Where(w => string.Equals(w.Event, told.Name, StringComparison.Ordinal) && Passes(w, told.Issue)))
        {
            var body = webhook.ExcludeBody ? [] : WebhookBody.Of(told, _json);
            Add(new WebhookDelivery(NextIdentifier(), told.Name, told.Issue.Key, app.Absolute(webhook.Url), told.Actor.AccountId, body));
        }
    }

    private bool Passes(AppWebhook webhook, JiraIssue issue) =>
        webhook.Filter is null || JqlParser.Parse(webhook.Filter, _site, _clock.GetUtcNow()).Run([issue]).Count > 0;

    private void Add(WebhookDelivery delivery)
    {
        Interlocked.Increment(ref _pending);
        Note(delivery);
        _due.Writer.TryWrite(delivery);
    }

    private void Note(WebhookDelivery delivery)
    {
        lock (_gate)
        {
            var known = delivery.Attempts.Count == 0
                ? -1
                : _log.FindLastIndex(d => string.Equals(d.Identifier, delivery.Identifier, StringComparison.Ordinal) && d.Attempts.Count == delivery.Attempts.Count - 1);
            if (known >= 0)
            {
                _log[known] = delivery;
                return;
            }

            _log.Add(delivery);
            _log.RemoveRange(0, Math.Max(0, _log.Count - LongestLog));
        }
    }

    private async Task RetryLaterAsync(WebhookDelivery delivery, CancellationToken ct)
    {
        await Task.Delay(_firstRetry * Math.Pow(2, delivery.Attempts.Count - 1), _clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _due.Writer.TryWrite(delivery);
    }

    private async Task<WebhookAttempt> TryAsync(WebhookDelivery delivery, CancellationToken ct)
    {
        var at = _clock.GetUtcNow();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new ReadOnlyMemoryContent(delivery.Body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "UTF-8");
            var token = _tokens.ForUrl("POST", delivery.Url, _connection.Descriptor!.BaseUrl, delivery.AccountId);
            request.Headers.TryAddWithoutValidation("Authorization", $"JWT {token}");
            request.Headers.TryAddWithoutValidation("User-Agent", "Atlassian Webhook HTTP Client");
            request.Headers.TryAddWithoutValidation("X-Atlassian-Webhook-Identifier", delivery.Identifier);
            request.Headers.TryAddWithoutValidation("X-Atlassian-Webhook-Flow", "Primary");
            if (delivery.Attempts.Count > 0)
            {
                request.Headers.TryAddWithoutValidation("X-Atlassian-Webhook-Retry", delivery.Attempts.Count.ToString(CultureInfo.InvariantCulture));
            }

            using var answer = await _http.SendAsync(request, ct);
            return new WebhookAttempt(at, (int)answer.StatusCode, null);
        }
        catch (HttpRequestException unreachable)
        {
            return new WebhookAttempt(at, null, unreachable.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WebhookAttempt(at, null, "Timeout");
        }
    }

    private string NextIdentifier() => Interlocked.Increment(ref _lastIdentifier).ToString(CultureInfo.InvariantCulture);
}
