using System.Text;
using System.Text.Json.Nodes;

namespace Addon.Web.Tests.Webhooks;

/// <summary>Builds the body of an issue event as Jira shapes it (REST v2, nothing expanded).</summary>
internal sealed record IssueBody
{
    public string Event { get; init; } = "jira:issue_updated";

    public JsonNode? Timestamp { get; init; } = 1_790_000_000_000;

    public JsonNode? Id { get; init; } = "10042";

    public string Key { get; init; } = "PAY-12";

    public JsonNode? Project { get; init; } = "10000";

    public string Status { get; init; } = "In Progress";

    public string Category { get; init; } = "indeterminate";

    public string? Updated { get; init; } = "2026-09-20T10:11:12.345+0200";

    public JsonNode? Parent { get; init; }

    public JsonArray? Changes { get; init; }

    public JsonObject ToJson()
    {
        var body = new JsonObject
        {
            ["timestamp"] = Copy(Timestamp),
            ["webhookEvent"] = Event,
            ["issue_event_type_name"] = "issue_generic",
            ["user"] = new JsonObject
            {
                ["accountId"] = "557058:0b6d",
                ["displayName"] = "Maria Muster",
                ["emailAddress"] = "maria@example.invalid",
                ["accountType"] = "atlassian",
            },
            ["issue"] = new JsonObject
            {
                ["id"] = Copy(Id),
                ["self"] = "https://example.invalid/rest/api/2/issue/10042",
                ["key"] = Key,
                ["fields"] = Fields(),
            },
        };
        if (Changes is not null)
        {
            body["changelog"] = new JsonObject { ["id"] = "20001", ["items"] = Copy(Changes) };
        }

        return body;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToJson().ToJsonString());

    public static JsonObject Change(string field, string? from, string? to) => new()
    {
        ["field"] = field,
        ["fieldtype"] = "jira",
        ["from"] = from,
        ["fromString"] = from,
        ["to"] = to,
        ["toString"] = to,
    };

    private JsonObject Fields()
    {
        var fields = new JsonObject
        {
            ["summary"] = "Pay out faster",
            ["customfield_10016"] = 5,
            ["customfield_10020"] = new JsonArray(new JsonObject { ["id"] = 7, ["name"] = "Sprint 7", ["state"] = "active" }),
            ["project"] = new JsonObject { ["id"] = Copy(Project), ["key"] = "PAY", ["name"] = "Payments" },
            ["issuetype"] = new JsonObject { ["id"] = "10001", ["name"] = "Story", ["subtask"] = false, ["hierarchyLevel"] = 0 },
            ["assignee"] = new JsonObject { ["accountId"] = "557058:0b6d", ["displayName"] = "Maria Muster" },
            ["status"] = new JsonObject
            {
                ["name"] = Status,
                ["id"] = "3",
                ["statusCategory"] = new JsonObject { ["id"] = 4, ["key"] = Category, ["name"] = Status },
            },
            ["updated"] = Updated,
        };
        if (Parent is not null)
        {
            fields["parent"] = new JsonObject { ["id"] = Copy(Parent), ["key"] = "PAY-1", ["fields"] = new JsonObject { ["status"] = new JsonObject { ["name"] = "Done" } } };
        }

        return fields;
    }

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
