namespace Addon.Sandbox.Playing;

/// <summary>One answer of the story.</summary>
/// <param name="Issue">The issue's summary.</param>
/// <param name="Reason">Why it is no work for a key result, or null when it is.</param>
/// <param name="KeyResults">The titles of the key results that it moves.</param>
internal sealed record StoryAnswer(string Issue, string? Reason, params IReadOnlyList<string> KeyResults)
{
    /// <summary>Some answered, some inherited from an epic, and enough left open to try it out.</summary>
    public static readonly IReadOnlyList<StoryAnswer> All =
    [
        new("Fewer incidents at checkout", null, "Reduce P1 incidents"),
        new("Fail over to the second acquirer", null, "Reduce P1 incidents", "Replace a failed gateway sooner"),
        new("Checkout in one step", null, "Checkouts completed on a phone"),
        new("Remember the card, with consent", null, "Checkouts completed on a phone"),
        new("Start a refund from the order page", null, "Refund calls to support"),
        new("Keep the lights on", "maintenance"),
        new("Ship several times a day", null, "Deployments to production"),
        new("A flaky test blocks the release train", null, "Lead time of a change"),
        new("Know before customers do", null, "Incidents found by our own alerts"),
        new("Patch the base images", "compliance"),
    ];
}
