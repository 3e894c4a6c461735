namespace Addon.Sandbox.LocalJira;

/// <summary>One seeded objective.</summary>
/// <param name="Project">Whose it is; null for the company.</param>
/// <param name="Title">What is wanted.</param>
/// <param name="Serves">The title of the company objective or key result that it serves, or null.</param>
/// <param name="Contribution">How it contributes, or null.</param>
/// <param name="KeyResults">What measures it.</param>
internal sealed record SeedObjective(
    JiraProject? Project, string Title, string? Serves, string? Contribution, params IReadOnlyList<SeedKeyResult> KeyResults)
{
    /// <summary>The company first, because teams serve it.</summary>
    public static readonly IReadOnlyList<SeedObjective> All =
    [
        new(null, "Run a service people trust", null, null,
            new("Payments that succeed at the first try", 97.1m, 99.5m, "%", "none", 98.2m, "From the gateway report"),
            new("Complaints about payments", 40, 15, "complaints", "week", 28, null)),
        new(null, "Grow without growing pains", null, null,
            new("Customers who renew", 82, 90, "%", "none", 84, "Renewals of last month"),
            new("Time from idea to customers", 30, 10, "days", "none", 22, null)),
        new(JiraProject.Payments, "Checkout never loses a payment", "Payments that succeed at the first try", "Fewer incidents mean fewer lost payments.",
            new("Reduce P1 incidents", 12, 4, "incidents", "month", 9, "Two fewer since the gateway retries"),
            new("Replace a failed gateway sooner", 45, 5, "minutes", "none", 20, "Last drill"),
            new("Close stuck payments the same day", 60, 98, "%", "none", 71, null)),
        new(JiraProject.Payments, "Buying takes one step", "Grow without growing pains", null,
            new("Checkouts completed on a phone", 48, 60, "%", "none", 51, "Week 46"),
            new("Time from basket to receipt", 95, 40, "seconds", "none", 78, null),
            new("Refund calls to support", 120, 40, "calls", "week", 110, null),
            new("Customers with a remembered card", 20, 45, "%", "none", 26, null)),
        new(JiraProject.Core, "Changes reach customers the same day", "Time from idea to customers", "Small changes, shipped at once.",
            new("Deployments to production", 5, 25, "deployments", "week", 11, "All services"),
            new("Lead time of a change", 72, 12, "hours", "none", 40, null),
            new("Releases rolled back", 12, 4, "%", "none", 12, null)),
        new(JiraProject.Core, "We know before customers do", "Run a service people trust", null,
            new("Incidents found by our own alerts", 55, 90, "%", "none", 68, "Post-mortems of the quarter"),
            new("Time until the right person is called", 25, 5, "minutes", "none", 14, null),
            new("Cost of a thousand requests", 42, 21, "cents", "none", 35, null)),
    ];
}
