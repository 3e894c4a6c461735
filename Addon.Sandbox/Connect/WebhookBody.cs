using System.Text.Json.Nodes;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Connect;

/// <summary>Webhook bodies as Jira writes them: the issue in its version 2 shape.</summary>
internal static class WebhookBody
{
    public static byte[] Of(SiteEvent told, IssueJson json)
    {
        var body = new JsonObject
        {
            ["timestamp"] = told.At.ToUnixTimeMilliseconds(),
            ["webhookEvent"] = told.Name,
            ["issue_event_type_name"] = told.EventTypeName,
            ["user"] = json.User(told.Actor, version: 2),
            ["issue"] = json.Issue(told.Issue, told.Parent, told.Sprint, version: 2),
        };
        if (told.Changes.Count > 0)
        {
            body["changelog"] = new JsonObject
            {
                ["id"] = Number.Text(told.ChangelogId),
                ["items"] = new JsonArray([.. told.Changes.Select(Item)]),
            };
        }

        return System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static JsonObject Item(FieldChange change)
    {
        var item = new JsonObject { ["field"] = change.Field, ["fieldtype"] = change.FieldType };
        if (change.FieldId is not null)
        {
            item["fieldId"] = change.FieldId;
        }

        item["from"] = change.From;
        item["fromString"] = change.FromString;
        item["to"] = change.To;
        item["toString"] = change.ToText;
        return item;
    }
}
