using System.Text.Json.Nodes;
using Addon.Sandbox.Connect;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Playing;

/// <summary>Calls the add-on's own API as people do: with a context token each, and checked like theirs.</summary>
internal sealed class StoryApi(SiteTokens tokens, HttpClient http)
{
    /// <summary>Sends a call and reads what it answers.</summary>
    /// <param name="method">POST or PUT.</param>
    /// <param name="url">The address.</param>
    /// <param name="body">The body.</param>
    /// <param name="actor">Who calls.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="issue">The issue whose page they look at, or null.</param>
    /// <param name="project">The project whose page they look at, or null.</param>
    /// <param name="version">The version that they saw, for an edit.</param>
    public async Task<JsonNode?> SendAsync(
        HttpMethod method, Uri url, JsonObject? body, JiraUser actor, CancellationToken ct, JiraIssue? issue = null, JiraProject? project = null, int? version = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"JWT {tokens.ForContext(actor, issue, issue?.Project ?? project)}");
        if (version is { } seen)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{Number.Text(seen)}\"");
        }

        using var answer = await http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode
            ? text.Length == 0 ? null : JsonNode.Parse(text)
            : throw new InvalidOperationException($"The add-on answered {(int)answer.StatusCode} to {method} {url.PathAndQuery} of the story: {text}");
    }
}
