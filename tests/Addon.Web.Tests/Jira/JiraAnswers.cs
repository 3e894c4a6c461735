using System.Text.Json.Nodes;

namespace Addon.Web.Tests.Jira;

/// <summary>Answers as Jira gives them.</summary>
internal static class JiraAnswers
{
    public static string Issue(long id = 10042, string key = "PAY-12", string updated = "2026-09-20T10:11:12.345+0200", long? parent = null) =>
        IssueNode(id, key, updated, parent).ToJsonString();

    public static string Page(string? next, params JsonNode[] issues)
    {
        var page = new JsonObject { ["issues"] = new JsonArray([.. issues]), ["isLast"] = next is null };
        if (next is not null)
        {
            page["nextPageToken"] = next;
        }

        return page.ToJsonString();
    }

    public static string Granted(string permission, long[]? issues = null, long[]? projects = null) => new JsonObject
    {
        ["globalPermissions"] = new JsonArray(),
        ["projectPermissions"] = new JsonArray(new JsonObject
        {
            ["permission"] = permission,
            ["issues"] = Numbers(issues),
            ["projects"] = Numbers(projects),
        }),
    }.ToJsonString();

    public static string GrantedGlobally(params string[] permissions) => new JsonObject
    {
        ["globalPermissions"] = new JsonArray([.. permissions.Select(p => (JsonNode)p)]),
        ["projectPermissions"] = new JsonArray(),
    }.ToJsonString();

    public static JsonObject IssueNode(long id = 10042, string key = "PAY-12", string updated = "2026-09-20T10:11:12.345+0200", long? parent = null)
    {
        var fields = new JsonObject
        {
            ["project"] = new JsonObject { ["id"] = "10000", ["key"] = "PAY" },
            ["issuetype"] = new JsonObject { ["id"] = "10001", ["name"] = "Story", ["subtask"] = false, ["hierarchyLevel"] = 0 },
            ["status"] = new JsonObject { ["name"] = "In Progress", ["statusCategory"] = new JsonObject { ["id"] = 4, ["key"] = "indeterminate" } },
            ["updated"] = updated,
        };
        if (parent is not null)
        {
            fields["parent"] = new JsonObject { ["id"] = parent.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), ["key"] = "PAY-1" };
        }

        return new JsonObject { ["id"] = $"{id}", ["key"] = key, ["self"] = "https://example.invalid/rest/api/3/issue/1", ["fields"] = fields };
    }

    private static JsonArray Numbers(long[]? numbers) => new([.. (numbers ?? []).Select(n => (JsonNode)n)]);
}
