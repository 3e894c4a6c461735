namespace Addon.Sandbox.Connect;

/// <summary>One webhook on its way.</summary>
/// <param name="Identifier">The same on every try.</param>
/// <param name="Event">The event.</param>
/// <param name="Subject">The key, for the log page.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="AccountId">Who caused it, or null.</param>
/// <param name="Body">What it says.</param>
public sealed record WebhookDelivery(string Identifier, string Event, string Subject, Uri Url, string? AccountId, ReadOnlyMemory<byte> Body)
{
    /// <summary>Jira tries again at most this often.</summary>
    public const int MostRetries = 5;

    /// <summary>The tries so far, the last one last.</summary>
    public IReadOnlyList<WebhookAttempt> Attempts { get; init; } = [];

    /// <summary>Whether it was taken.</summary>
    public bool IsDelivered => Attempts is [.., { Status: >= 200 and < 300 }];

    /// <summary>Whether it will be tried again: no answer, 408, 409, 425, 429 and 5xx are worth another try, every other refusal is final.</summary>
    /// <remarks>Connect: webhooks, "Retry policy".</remarks>
    public bool WillRetry => Attempts.Count is > 0 and <= MostRetries && Attempts[^1].Status is null or 408 or 409 or 425 or 429 or >= 500;
}
