namespace Addon.Web.Webhooks;

/// <summary>How accepted events are worked off.</summary>
internal sealed class InboxOptions
{
    public const string Section = "Inbox";

    private static readonly int[] DefaultRetrySeconds = [5, 30, 120, 600, 1800, 7200];

    /// <summary>How long a claimed event is withheld from other workers; what a killed process left is taken up after that.</summary>
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>How many events are claimed at once, of those that need nothing but the database.</summary>
    public int BatchSize { get; init; } = 20;

    /// <summary>
    /// How many of them are handled side by side. SQLite writes one after the other all the same, so that 1 is as good there.
    /// </summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>How many events for which Jira has to be asked are handled side by side, in places of their own: a Jira that is slow delays nobody else.</summary>
    public int JiraParallelism { get; init; } = 4;

    /// <summary>How often the worker looks for events that are due without having been woken: retries, and those of other processes.</summary>
    public int PollSeconds { get; init; } = 5;

    /// <summary>The waits before the second, third, ... try; after the last one the event is parked.</summary>
    /// <remarks>Null by default, because the binder appends to a list that is there already.</remarks>
    public IReadOnlyList<int>? RetrySeconds { get; init; }

    /// <summary>How long handled events are remembered. Jira repeats for 75 minutes at most; the rest is for diagnosis.</summary>
    public int RetentionDays { get; init; } = 7;

    /// <summary><see cref="RetrySeconds"/>, or the usual ones.</summary>
    public IReadOnlyList<int> Retries => RetrySeconds ?? DefaultRetrySeconds;
}
