using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Addon.Web.Tests.Ui;

/// <summary>Answers <c>permissions/check</c> with exactly what a test has granted, and remembers what was asked.</summary>
internal sealed class JiraRights
{
    private const long WholeSite = 0;

    private readonly ConcurrentDictionary<(string Account, string Permission, long Id), bool> granted = new();
    private readonly ConcurrentQueue<(string Account, string Permission, long Id)> asked = new();

    public JiraRights(StubServer jira) => jira.On("POST", "/rest/api/3/permissions/check", AnswerAsync);

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<(string Account, string Permission, long Id)> Asked => [.. asked];

    /// <summary>Whether Jira answers at all.</summary>
    public bool IsDown { get; set; }

    public JiraRights Grant(string account, string permission, long id = WholeSite)
    {
        granted[(account, permission, id)] = true;
        return this;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var question = (await JsonNode.ParseAsync(context.Request.Body))!;
        var account = (string)question["accountId"]!;
        var grants = new JsonArray();
        foreach (var part in question["projectPermissions"]?.AsArray() ?? [])
        {
            var permission = (string)part!["permissions"]![0]!;
            grants.Add(new JsonObject
            {
                ["permission"] = permission,
                ["projects"] = Allowed(account, permission, part["projects"]),
                ["issues"] = Allowed(account, permission, part["issues"]),
            });
        }

        var site = (question["globalPermissions"]?.AsArray() ?? []).Select(p => (string)p!).Where(p => IsGranted(account, p, WholeSite)).ToList();
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { globalPermissions = site, projectPermissions = grants }));
    }

    private JsonArray Allowed(string account, string permission, JsonNode? ids) =>
        [.. (ids?.AsArray() ?? []).Select(id => (long)id!).Where(id => IsGranted(account, permission, id)).Select(id => JsonValue.Create(id))];

    private bool IsGranted(string account, string permission, long id)
    {
        asked.Enqueue((account, permission, id));
        return granted.ContainsKey((account, permission, id));
    }
}
