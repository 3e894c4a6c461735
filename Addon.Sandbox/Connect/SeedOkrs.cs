using System.Text.Json.Nodes;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Connect;

/// <summary>Writes objectives, key results, values and answers through the add-on's own API, as people do: with a context token each, and checked like theirs.</summary>
internal sealed class SeedOkrs(LocalSite site, SiteTokens tokens, HttpClient http)
{
    private readonly Dictionary<string, string> _objectives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keyResults = new(StringComparer.Ordinal);

    public async Task WriteAsync(Uri addon, CancellationToken ct)
    {
        foreach (var objective in SeedObjective.All)
        {
            await WriteObjectiveAsync(addon, objective, ct);
        }

        var issues = site.List().ToDictionary(i => i.Summary, StringComparer.Ordinal);
        foreach (var answer in SeedAnswer.All)
        {
            var issue = issues[answer.Issue];
            var body = answer.Reason is null
                ? new JsonObject { ["answer"] = "linked", ["keyResultIds"] = new JsonArray([.. answer.KeyResults.Select(k => JsonValue.Create(_keyResults[k]))]) }
                : new JsonObject { ["answer"] = "notKrWork", ["reason"] = answer.Reason };
            await SendAsync(HttpMethod.Put, new Uri(addon, $"/api/v1/issues/{Number.Text(issue.Id)}/answer"), body, JiraUser.Engineer, issue, issue.Project, ct);
        }
    }

    private async Task WriteObjectiveAsync(Uri addon, SeedObjective objective, CancellationToken ct)
    {
        var project = objective.Project ?? JiraProject.Payments;
        var path = objective.Project is null ? "/api/v1/company/objectives" : $"/api/v1/projects/{Number.Text(project.Id)}/objectives";
        var body = new JsonObject { ["title"] = objective.Title, ["contribution"] = objective.Contribution, ["teamName"] = objective.Project?.Name };
        if (objective.Serves is { } served)
        {
            var isKeyResult = _keyResults.TryGetValue(served, out var keyResult);
            body[isKeyResult ? "parentKeyResultId" : "parentObjectiveId"] = isKeyResult ? keyResult : _objectives[served];
        }

        var id = await SendAsync(HttpMethod.Post, new Uri(addon, path), body, JiraUser.Admin, null, project, ct);
        _objectives[objective.Title] = id;
        foreach (var keyResult in objective.KeyResults)
        {
            await WriteKeyResultAsync(addon, id, keyResult, project, ct);
        }
    }

    private async Task WriteKeyResultAsync(Uri addon, string objective, SeedKeyResult keyResult, JiraProject project, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["title"] = keyResult.Title,
            ["from"] = keyResult.From,
            ["to"] = keyResult.To,
            ["unit"] = keyResult.Unit,
            ["per"] = keyResult.Per,
            ["owner"] = JiraUser.Engineer.AccountId,
            ["state"] = "active",
        };
        var id = await SendAsync(HttpMethod.Post, new Uri(addon, $"/api/v1/objectives/{objective}/key-results"), body, JiraUser.Admin, null, project, ct);
        _keyResults[keyResult.Title] = id;
        var value = new JsonObject { ["value"] = keyResult.Value, ["note"] = keyResult.Note };
        await SendAsync(HttpMethod.Post, new Uri(addon, $"/api/v1/key-results/{id}/values"), value, JiraUser.Admin, null, project, ct);
    }

    private async Task<string> SendAsync(
        HttpMethod method, Uri url, JsonObject body, JiraUser actor, JiraIssue? issue, JiraProject project, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, url) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"JWT {tokens.ForContext(actor, issue, project)}");
        using var answer = await http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The add-on answered {(int)answer.StatusCode} to {method} {url.AbsolutePath} of the seed: {text}");
        }

        return JsonNode.Parse(text)?["id"]?.GetValue<string>() ?? "";
    }
}
