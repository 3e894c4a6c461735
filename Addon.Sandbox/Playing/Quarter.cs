using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Playing;

/// <summary>The quarter that a new site is in the middle of: what goes well, what does not, and what nobody looked at.</summary>
internal static class Quarter
{
    /// <summary>How many weeks of it are over when the story ends, today.</summary>
    public const int WeeksOver = 7;

    /// <summary>How many weeks it has.</summary>
    public const int Weeks = 13;

    /// <summary>From the top down, because what is below serves what is above.</summary>
    public static readonly IReadOnlyList<StoryObjective> Objectives =
    [
        new(StoryPlace.Company, "Run a service people trust", JiraUser.Admin)
        {
            Why = "Half of those who left us named a failed payment.",
            KeyResults =
            [
                new("Payments that succeed at the first try", JiraUser.Admin, "%")
                {
                    From = 97.1m,
                    To = 99.5m,
                    CheckIns = [new(1, 97.3m, 7), new(3, 97.9m, 7), new(5, 98.3m, 8), new(7, 98.7m, 8, "From the gateway report")],
                },
                new("Complaints about payments", JiraUser.Admin, "complaints")
                {
                    From = 40,
                    To = 15,
                    Per = "week",
                    CheckIns = [new(2, 38, 6), new(5, 33, 5), new(7, 30, 5, "Slower than hoped; refunds are most of it")],
                },
            ],
        },
        new(StoryPlace.Company, "Grow without growing pains", JiraUser.Admin)
        {
            Why = "We grow by a third a year with the same people.",
            KeyResults =
            [
                new("Customers who renew", JiraUser.Admin, "%") { From = 82, To = 90, CheckIns = [new(2, 82.5m, 6), new(4, 84, 7), new(7, 86.5m, 7, "Renewals of last month")] },
                new("Time from idea to customers", JiraUser.Admin, "days") { From = 30, To = 10, CheckIns = [new(1, 29, 7), new(4, 22, 7), new(7, 18, 8)] },
            ],
        },
        new(StoryPlace.Engineering, "Small changes, every day", JiraUser.Admin)
        {
            Serves = "Time from idea to customers",
            Contribution = "What is finished on Monday is with customers on Monday.",
            KeyResults =
            [
                new("Changes shipped on the day they are merged", JiraUser.Admin, "%")
                {
                    From = 15,
                    To = 70,
                    HowWorkMovesIt = "Every pipeline that runs without a person adds its changes.",
                    CheckIns = [new(2, 24, 7), new(4, 38, 7), new(7, 47, 8)],
                },
            ],
        },
        new(StoryPlace.Payments, "Checkout never loses a payment", JiraUser.Lead)
        {
            Why = "A lost payment costs us the customer, not only the sale.",
            Serves = "Payments that succeed at the first try",
            Contribution = "Fewer incidents mean fewer lost payments.",
            KeyResults =
            [
                new("Reduce P1 incidents", JiraUser.Engineer, "incidents")
                {
                    From = 12,
                    To = 4,
                    Per = "month",
                    HowWorkMovesIt = "Retries and failover take away the two most frequent causes.",
                    WrittenWith = JiraUser.Lead,
                    CheckIns =
                    [
                        new(1, 12, 6), new(2, 11, 6), new(3, 11, 6, "The gateway was down twice"), new(4, 10, 6), new(5, 10, 6),
                        new(7, 9, 6, "Two fewer since the gateway retries"),
                    ],
                },
                new("Replace a failed gateway sooner", JiraUser.Lead, "minutes")
                {
                    From = 45,
                    To = 5,
                    HowWorkMovesIt = "Each drill shows the next step that a machine can take.",
                    CheckIns = [new(1, 44, 7), new(3, 35, 7), new(5, 26, 8), new(7, 18, 8, "Last drill")],
                    Decisions = [new(2, null, "The second acquirer makes more possible", Target: 4)],
                },
                new("Keep the checkout up every week", JiraUser.Engineer, "%")
                {
                    Low = 99.9m,
                    Per = "week",
                    CheckIns =
                    [
                        new(0, 99.95m, 8), new(1, 99.97m, 8), new(2, 99.72m, 6, "Forty minutes on Thursday"), new(3, 99.93m, 7), new(4, 99.96m, 8), new(5, 99.98m, 8),
                        new(6, 99.94m, 8), new(7, 99.95m, 8),
                    ],
                },
                new("Close stuck payments the same day", JiraUser.Lead, "%")
                {
                    From = 60,
                    To = 98,
                    CheckIns = [new(1, 61, 5), new(3, 64, 4), new(5, 64, 3), new(7, 66, 3, "The bank's file comes after midnight")],
                },
            ],
        },
        new(StoryPlace.Payments, "Buying takes one step", JiraUser.Lead)
        {
            Serves = "Grow without growing pains",
            Contribution = "Who pays in one step comes back.",
            KeyResults =
            [
                new("Checkouts completed on a phone", JiraUser.Engineer, "%") { From = 48, To = 60, CheckIns = [new(1, 48, 6), new(3, 50, 6), new(5, 51, 6, "Week 5")] },
                new("Refund calls to support", JiraUser.Engineer, "calls") { From = 120, To = 40, Per = "week", CheckIns = [new(1, 118, 4), new(2, 118, 3)] },
                new("Customers with a remembered card", JiraUser.Lead, "%") { To = 45, Begins = "baselining" },
                new("Newsletter sign-ups at the checkout", JiraUser.Lead, "sign-ups")
                {
                    From = 200,
                    To = 600,
                    Per = "week",
                    CheckIns = [new(1, 205, 4), new(3, 190, 2, "Nobody wants it at the till")],
                    Decisions = [new(4, "killed", "It stands in the way of paying", "The one-step checkout: Checkouts completed on a phone")],
                },
            ],
        },
        new(StoryPlace.Core, "Changes reach customers the same day", JiraUser.Admin)
        {
            Serves = "Changes shipped on the day they are merged",
            Contribution = "Small changes, shipped at once.",
            KeyResults =
            [
                new("Deployments to production", JiraUser.Engineer, "deployments")
                {
                    From = 5,
                    To = 25,
                    Per = "week",
                    CheckIns = [new(1, 6, 7), new(2, 8, 7), new(4, 12, 8), new(5, 14, 8), new(7, 17, 8, "All services")],
                },
                new("Lead time of a change", JiraUser.Admin, "hours") { From = 72, To = 12, CheckIns = [new(2, 65, 6), new(4, 51, 6), new(6, 44, 6), new(7, 40, 6)] },
                new("Releases rolled back", JiraUser.Admin, "%") { From = 12, To = 4, CheckIns = [new(2, 12, 5), new(5, 13, 4), new(7, 14, 4, "More releases, and the tests have not kept up")] },
            ],
        },
        new(StoryPlace.Core, "We know before customers do", JiraUser.Admin)
        {
            Serves = "Run a service people trust",
            Contribution = "What we see first, we mend first.",
            KeyResults =
            [
                new("Incidents found by our own alerts", JiraUser.Engineer, "%") { From = 55, To = 90, CheckIns = [new(1, 56, 7), new(4, 66, 7), new(7, 76, 8, "Post-mortems of the quarter")] },
                new("Time until the right person is called", JiraUser.Engineer, "minutes") { From = 25, To = 5, CheckIns = [new(2, 21, 7), new(5, 16, 7), new(7, 13, 7)] },
            ],
        },
        new(StoryPlace.Core, "A request costs half", JiraUser.Admin)
        {
            StandaloneReason = "It pays for the second data centre, which no company objective names.",
            KeyResults =
            [
                new("Cost of a thousand requests", JiraUser.Admin, "cents")
                {
                    From = 42,
                    To = 21,
                    CheckIns = [new(1, 41, 5), new(3, 35, 5)],
                    Decisions = [new(4, "dormant", "Waits for the new contract with the provider")],
                },
            ],
        },
    ];
}
