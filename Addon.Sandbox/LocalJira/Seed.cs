using static Addon.Sandbox.LocalJira.JiraIssueType;
using static Addon.Sandbox.LocalJira.JiraStatus;

namespace Addon.Sandbox.LocalJira;

/// <summary>The issues that a new local site begins with: the same ones every time, only their dates follow the clock.</summary>
internal static class Seed
{
    private static readonly IReadOnlyList<SeedIssue> Payments =
    [
        new(Epic, InProgress, "Fewer incidents at checkout", null, 0,
            new(Story, Done, "Retry the card gateway with back-off", 5, 1,
                new(Subtask, Done, "Agree retry limits with the acquirer", null, 1),
                new(Subtask, Done, "Alert when retries run out", null, 1)),
            new(Story, InProgress, "Fail over to the second acquirer", 8, 2,
                new(Subtask, InProgress, "Route by health of the acquirer", null, 2),
                new(Subtask, ToDo, "Drill the failover in staging", null, 2)),
            new(Bug, Done, "Duplicate charge after a gateway time-out", 3, 1),
            new(Bug, ToDo, "Stuck payments are not closed at midnight", 2, 2),
            new(JiraIssueType.Task, ToDo, "Write the checkout runbook", 2, 3)),
        new(Epic, InProgress, "Checkout in one step", null, 0,
            new(Story, Done, "Remember the card, with consent", 5, 1),
            new(Story, InProgress, "Address from the postcode", 3, 2),
            new(Story, ToDo, "Pay with one tap on the phone", 8, 2,
                new(Subtask, ToDo, "Wallet certificate for production", null, 2),
                new(Subtask, ToDo, "Fallback when the wallet is empty", null, 2)),
            new(Story, ToDo, "Show the total before the last step", 2, 3),
            new(Bug, InProgress, "The voucher field hides the pay button", 1, 2),
            new(JiraIssueType.Task, ToDo, "Measure where people leave the checkout", 3, 3)),
        new(Epic, ToDo, "Refunds without a phone call", null, 0,
            new(Story, ToDo, "Start a refund from the order page", 5, 3),
            new(Story, ToDo, "Tell people when the money is back", 3, 3),
            new(Story, ToDo, "Partial refunds", 8, 0),
            new(Bug, Done, "The refund mail names the wrong amount", 1, 1)),
        new(Epic, InProgress, "Keep the lights on", null, 0,
            new(JiraIssueType.Task, Done, "Renew the payment certificates", 1, 1),
            new(JiraIssueType.Task, InProgress, "Answer the card scheme's yearly audit", 5, 2),
            new(JiraIssueType.Task, ToDo, "Upgrade the message broker", 3, 3)),
        new(Bug, ToDo, "The currency list is not sorted", 1, 0),
        new(Story, ToDo, "Save the receipt as PDF", 3, 0),
        new(Story, ToDo, "Invoice for companies", 5, 0),
        new(Bug, Done, "Names with accents fail at the bank", 2, 1),
        new(JiraIssueType.Task, ToDo, "Clean up unused payment methods", 2, 0),
    ];

    private static readonly IReadOnlyList<SeedIssue> CorePlatform =
    [
        new(Epic, InProgress, "Ship several times a day", null, 0,
            new(Story, Done, "Build images from one cache", 5, 1),
            new(Story, InProgress, "Deploy each service by itself", 8, 2,
                new(Subtask, Done, "Health probes everywhere", null, 1),
                new(Subtask, InProgress, "Roll back with one command", null, 2)),
            new(Story, ToDo, "Turn features on per customer", 5, 2),
            new(Bug, InProgress, "A flaky test blocks the release train", 2, 2),
            new(JiraIssueType.Task, ToDo, "Publish the lead time every week", 1, 3)),
        new(Epic, ToDo, "Know before customers do", null, 0,
            new(Story, ToDo, "Trace a payment from tap to bank", 8, 2),
            new(Story, InProgress, "Alerts that name the owner", 3, 2),
            new(Story, ToDo, "A status page that is true", 3, 3),
            new(Bug, Done, "Logs lose the correlation id", 2, 1)),
        new(Epic, InProgress, "Half the cost of a request", null, 0,
            new(Story, Done, "Sleep when nobody calls", 5, 1),
            new(Story, InProgress, "Cheaper storage for old events", 5, 2,
                new SeedIssue(Subtask, InProgress, "Move events older than a year", null, 2)),
            new(JiraIssueType.Task, ToDo, "Cost report per team", 2, 3)),
        new(JiraIssueType.Task, Done, "Patch the base images", 1, 1),
        new(JiraIssueType.Task, ToDo, "Rotate the signing keys", 2, 2),
        new(Bug, ToDo, "The admin console logs out too early", 1, 0),
        new(Story, ToDo, "Sandbox accounts for partners", 5, 0),
        new(Bug, InProgress, "Search is slow on Monday mornings", 3, 2),
        new(JiraIssueType.Task, Done, "Document the on-call handover", 1, 1),
        new(Story, ToDo, "Export the audit log", 3, 3),
    ];

    private static readonly IReadOnlyList<SeedIssue> Mobile =
    [
        new(Epic, InProgress, "The app opens at once", null, 0,
            new(Story, InProgress, "Load the start page from the device", 5, 2),
            new(Bug, ToDo, "A white flash between two pages", 1, 2)),
        new(Story, ToDo, "Sign in with a face or a finger", 8, 3),
        new(Bug, Done, "The keyboard covers the amount", 2, 1),
    ];

    /// <summary>The state of a new site.</summary>
    public static LocalSiteState Create(DateTimeOffset now, string clientKey, string sharedSecret)
    {
        var state = new LocalSiteState { ClientKey = clientKey, SharedSecret = sharedSecret };
        foreach (var (project, index) in JiraProject.All.Select((p, i) => (p, i)))
        {
            state.Sprints.AddRange(SprintsOf(project, 100 + (index * 10), now));
        }

        AddAll(state, JiraProject.Payments, Payments, null, now);
        AddAll(state, JiraProject.Core, CorePlatform, null, now);
        AddAll(state, JiraProject.Mobile, Mobile, null, now);
        return state;
    }

    private static IEnumerable<JiraSprint> SprintsOf(JiraProject project, long firstId, DateTimeOffset now)
    {
        var start = new DateTimeOffset(now.UtcDateTime.Date.AddDays(-19).AddHours(9), TimeSpan.Zero);
        string[] states = ["closed", "active", "future"];
        for (var i = 0; i < states.Length; i++)
        {
            var from = start.AddDays(14 * i);
            yield return new JiraSprint(firstId + i, project.Id - 9990, project.Id, $"{project.Key} Sprint {Number.Text(i + 7)}", states[i], from, from.AddDays(14));
        }
    }

    private static void AddAll(LocalSiteState state, JiraProject project, IReadOnlyList<SeedIssue> seeds, long? parentId, DateTimeOffset now)
    {
        foreach (var seed in seeds)
        {
            var number = state.LastNumbers.GetValueOrDefault(project.Id) + 1;
            state.LastNumbers[project.Id] = number;
            var sprint = seed.Sprint == 0 ? null : state.Sprints.Where(s => s.ProjectId == project.Id).ElementAt(seed.Sprint - 1);
            var created = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()).AddDays(-40).AddHours(number * 5);
            var updated = seed.Status == ToDo ? created : created.AddDays(6);
            var issue = new JiraIssue
            {
                Id = ++state.LastIssueId,
                Key = $"{project.Key}-{Number.Text(number)}",
                ProjectId = project.Id,
                TypeId = seed.Type.Id,
                StatusId = seed.Status.Id,
                Summary = seed.Summary,
                Description = seed.Type == Epic ? "What this is for, and how we shall know that it helped, is in the key result." : "",
                ParentId = parentId,
                AssigneeId = seed.Status == ToDo ? null : JiraUser.Engineer.AccountId,
                ReporterId = JiraUser.Admin.AccountId,
                StoryPoints = seed.Points,
                SprintId = sprint?.Id,
                Created = created,
                Updated = updated,
                StatusChanged = updated,
            };
            state.Issues.Add(issue);
            AddAll(state, project, seed.Children, issue.Id, now);
        }
    }
}
