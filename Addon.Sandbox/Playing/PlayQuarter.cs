using System.Globalization;
using System.Text.Json.Nodes;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Playing;

/// <summary>Plays <see cref="Quarter"/> through the add-on's API: sets the clock to each week and does what people did in it, until the clock is right again.</summary>
internal sealed class PlayQuarter(LocalSite site, StoryApi api, SandboxClock clock)
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<StoryPlace, string> _scopes = [];

    /// <summary>Sets the clock to where the story begins; the add-on is installed then.</summary>
    public void Begin() => clock.Shift = Monday(0) + Morning - clock.GetUtcNow() + clock.Shift;

    /// <summary>Plays it.</summary>
    public async Task PlayAsync(Uri addon, CancellationToken ct)
    {
        await ArrangeAsync(addon, ct);
        foreach (var objective in Quarter.Objectives)
        {
            await WriteAsync(addon, objective, ct);
        }

        for (var week = 0; week <= Quarter.WeeksOver; week++)
        {
            GoTo(week);
            foreach (var keyResult in Quarter.Objectives.SelectMany(o => o.KeyResults))
            {
                await PlayWeekAsync(addon, keyResult, week, ct);
            }
        }

        clock.Shift = TimeSpan.Zero;
        site.AnnounceAll();
        await AnswerAsync(addon, ct);
    }

    private static TimeSpan Morning => TimeSpan.FromHours(9);

    /// <summary>The Monday of a week of the quarter at midnight; the last week that is over began less than a week ago.</summary>
    private static DateTimeOffset Monday(int week)
    {
        var today = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return new DateTimeOffset(monday.AddDays(7 * (week - Quarter.WeeksOver)), TimeSpan.Zero);
    }

    /// <summary>Forward only, and never beyond today.</summary>
    private void GoTo(int week)
    {
        var target = Monday(week) + TimeSpan.FromHours(10) - TimeProvider.System.GetUtcNow();
        clock.Shift = target > TimeSpan.Zero ? TimeSpan.Zero : target;
    }

    private async Task ArrangeAsync(Uri addon, CancellationToken ct)
    {
        var start = DateOnly.FromDateTime(Monday(0).UtcDateTime);
        var end = start.AddDays((7 * Quarter.Weeks) - 1);
        var cycle = await PostAsync(
            addon,
            "cycles",
            new JsonObject { ["name"] = $"Quarter to {end.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}", ["kind"] = "custom", ["start"] = Day(start), ["end"] = Day(end) },
            JiraUser.Admin,
            ct);
        await MoveAsync(addon, "cycles", Id(cycle), Version(cycle), new JsonObject { ["to"] = "active" }, JiraUser.Admin, ct);
        _ids["cycle"] = Id(cycle);

        _scopes[StoryPlace.Company] = await AddScopeAsync(addon, "company", "Company", null, ct);
        _scopes[StoryPlace.Engineering] = await AddScopeAsync(addon, "department", "Engineering", _scopes[StoryPlace.Company], ct);
        _scopes[StoryPlace.Payments] = await AddScopeAsync(addon, "team", JiraProject.Payments.Name, _scopes[StoryPlace.Engineering], ct);
        _scopes[StoryPlace.Core] = await AddScopeAsync(addon, "team", JiraProject.Core.Name, _scopes[StoryPlace.Engineering], ct);
        foreach (var (place, project) in new[] { (StoryPlace.Payments, JiraProject.Payments), (StoryPlace.Core, JiraProject.Core) })
        {
            await api.SendAsync(HttpMethod.Put, Address(addon, $"scopes/{_scopes[place]}/projects/{Number.Text(project.Id)}"), null, JiraUser.Admin, ct);
        }
    }

    private async Task<string> AddScopeAsync(Uri addon, string kind, string name, string? parent, CancellationToken ct)
    {
        var leader = string.Equals(name, JiraProject.Payments.Name, StringComparison.Ordinal) ? JiraUser.Lead : JiraUser.Admin;
        return Id(await PostAsync(
            addon,
            "scopes",
            new JsonObject
            {
                ["kind"] = kind,
                ["name"] = name,
                ["parentId"] = parent,
                ["owner"] = leader.AccountId,
                ["mappingOwner"] = leader.AccountId,
                ["rhythm"] = "weekly",
                ["meetingDay"] = "monday",
                ["dueTime"] = "17:00",
                ["timeZone"] = "UTC",
                ["holidays"] = new JsonArray(),
            },
            JiraUser.Admin,
            ct));
    }

    private async Task WriteAsync(Uri addon, StoryObjective objective, CancellationToken ct)
    {
        var writer = WriterOf(objective.Place);
        var body = new JsonObject
        {
            ["title"] = objective.Title,
            ["why"] = objective.Why,
            ["owner"] = objective.Owner.AccountId,
            ["contribution"] = objective.Contribution,
            ["standaloneReason"] = objective.StandaloneReason,
            ["cycleId"] = _ids["cycle"],
        };
        if (objective.Serves is { } served)
        {
            var isObjective = Quarter.Objectives.Any(o => string.Equals(o.Title, served, StringComparison.Ordinal));
            body[isObjective ? "parentObjectiveId" : "parentKeyResultId"] = _ids[served];
        }

        var id = Id(await PostAsync(addon, $"scopes/{_scopes[objective.Place]}/objectives", body, writer, ct));
        _ids[objective.Title] = id;
        foreach (var keyResult in objective.KeyResults)
        {
            await WriteAsync(addon, id, keyResult, writer, ct);
        }
    }

    private async Task WriteAsync(Uri addon, string objective, StoryKeyResult keyResult, JiraUser writer, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["title"] = keyResult.Title,
            ["from"] = keyResult.From,
            ["to"] = keyResult.To,
            ["low"] = keyResult.Low,
            ["direction"] = keyResult.Low is null ? null : "keepAtLeast",
            ["unit"] = keyResult.Unit,
            ["per"] = keyResult.Per,
            ["owner"] = keyResult.Owner.AccountId,
            ["howWorkMovesIt"] = keyResult.HowWorkMovesIt,
        };
        var added = await PostAsync(addon, $"objectives/{objective}/key-results", body, writer, ct);
        _ids[keyResult.Title] = Id(added);
        if (keyResult.WrittenWith is { } helper)
        {
            await PostAsync(addon, $"key-results/{Id(added)}/co-authors", new JsonObject { ["account"] = helper.AccountId }, writer, ct);
            await PostAsync(addon, $"key-results/{Id(added)}/co-authors/me/acceptance", null, helper, ct);
        }

        if (keyResult.Begins is not "draft")
        {
            await MoveAsync(addon, "key-results", Id(added), Version(added), new JsonObject { ["to"] = keyResult.Begins }, writer, ct);
        }
    }

    private async Task PlayWeekAsync(Uri addon, StoryKeyResult keyResult, int week, CancellationToken ct)
    {
        var path = $"key-results/{_ids[keyResult.Title]}";
        foreach (var checkIn in keyResult.CheckIns.Where(c => c.Week == week))
        {
            var body = new JsonObject { ["value"] = checkIn.Value, ["confidence"] = checkIn.Confidence, ["note"] = checkIn.Note };
            await PostAsync(addon, $"{path}/check-ins", body, keyResult.Owner, ct);
        }

        foreach (var decision in keyResult.Decisions.Where(d => d.Week == week))
        {
            var now = await api.SendAsync(HttpMethod.Get, Address(addon, path), null, keyResult.Owner, ct);
            if (decision.To is { } next)
            {
                await MoveAsync(
                    addon, "key-results", _ids[keyResult.Title], Version(now), new JsonObject { ["to"] = next, ["reason"] = decision.Reason, ["redirect"] = decision.Redirect }, keyResult.Owner, ct);
            }
            else
            {
                var body = new JsonObject { ["from"] = keyResult.From, ["to"] = decision.Target, ["reason"] = decision.Reason };
                await api.SendAsync(HttpMethod.Post, Address(addon, $"{path}/retarget"), body, keyResult.Owner, ct, version: Version(now));
            }
        }
    }

    private async Task AnswerAsync(Uri addon, CancellationToken ct)
    {
        var issues = site.List().ToDictionary(i => i.Summary, StringComparer.Ordinal);
        foreach (var answer in StoryAnswer.All)
        {
            var issue = issues[answer.Issue];
            var body = answer.Reason is null
                ? new JsonObject { ["answer"] = "linked", ["keyResultIds"] = new JsonArray([.. answer.KeyResults.Select(k => JsonValue.Create(_ids[k]))]) }
                : new JsonObject { ["answer"] = "notKrWork", ["reason"] = answer.Reason };
            await api.SendAsync(HttpMethod.Put, Address(addon, $"issues/{Number.Text(issue.Id)}/answer"), body, JiraUser.Engineer, ct, issue);
        }
    }

    private Task<JsonNode?> PostAsync(Uri addon, string path, JsonObject? body, JiraUser actor, CancellationToken ct) =>
        api.SendAsync(HttpMethod.Post, Address(addon, path), body, actor, ct);

    private Task<JsonNode?> MoveAsync(Uri addon, string kind, string id, int version, JsonObject body, JiraUser actor, CancellationToken ct) =>
        api.SendAsync(HttpMethod.Post, Address(addon, $"{kind}/{id}/transitions"), body, actor, ct, version: version);

    private static JiraUser WriterOf(StoryPlace place) => place == StoryPlace.Payments ? JiraUser.Lead : JiraUser.Admin;

    private static Uri Address(Uri addon, string path) => new(addon, $"/api/v1/{path}");

    private static string Id(JsonNode? thing) => thing!["id"]!.GetValue<string>();

    private static int Version(JsonNode? thing) => thing!["version"]!.GetValue<int>();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
