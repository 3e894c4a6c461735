using System.Globalization;

namespace Addon.Benchmarks;

/// <summary>An issue event of the usual size: about three kilobytes, most of it what we do not keep.</summary>
internal static class WebhookBody
{
    private static readonly string Description = string.Concat(Enumerable.Repeat("The import stops when a line is longer than the buffer. ", 36));

    public static string Of(int i)
    {
        var updated = DateTimeOffset.FromUnixTimeMilliseconds(1_795_000_000_000 + i).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
        return $$$"""
            {"timestamp":{{{1_795_000_000_000 + i}}},"webhookEvent":"jira:issue_updated","issue_event_type_name":"issue_generic",
            "user":{"accountId":"5b10a2844c20165700ede21g","accountType":"atlassian","active":true,"timeZone":"Etc/UTC"},
            "issue":{"id":"{{{10_000 + i}}}","key":"PAY-{{{i}}}","fields":{"summary":"Import stops","description":"{{{Description}}}",
            "issuetype":{"id":"10002","name":"Story","subtask":false,"hierarchyLevel":0},"project":{"id":"10000","key":"PAY","name":"Payments"},
            "status":{"id":"3","name":"In Progress","statusCategory":{"id":4,"key":"indeterminate","name":"In Progress"}},
            "labels":["import","batch"],"created":"2026-11-01T10:00:00.000+0000","updated":"{{{updated}}}","customfield_10016":3.0}},
            "changelog":{"id":"{{{20_000 + i}}}","items":[{"field":"status","fieldtype":"jira","fieldId":"status","from":"1","fromString":"To Do","to":"3","toString":"In Progress"}]}}
            """;
    }
}
