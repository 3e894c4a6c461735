#pragma warning disable MA0048 // The messages of one protocol, as Jira's OpenAPI document spells them; only what we use of each.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Addon.Web.Jira;

/// <summary><c>BulkPermissionsRequestBean</c>.</summary>
internal sealed record PermissionsQuestion(string AccountId, IReadOnlyList<string>? GlobalPermissions, IReadOnlyList<ProjectPermissionsQuestion>? ProjectPermissions);

/// <summary><c>BulkProjectPermissions</c>; ids are numbers.</summary>
internal sealed record ProjectPermissionsQuestion(IReadOnlyList<string> Permissions, IReadOnlyList<long>? Projects, IReadOnlyList<long>? Issues);

/// <summary><c>BulkPermissionGrants</c>: lists what is granted; what is missing is denied.</summary>
internal sealed record PermissionGrants(IReadOnlyList<string>? GlobalPermissions, IReadOnlyList<ProjectPermissionGrants>? ProjectPermissions);

/// <summary><c>BulkProjectPermissionGrants</c>.</summary>
internal sealed record ProjectPermissionGrants(string? Permission, IReadOnlyList<long>? Projects, IReadOnlyList<long>? Issues);

/// <summary><c>SearchAndReconcileRequestBean</c>.</summary>
internal sealed record SearchQuestion(string Jql, IReadOnlyList<string> Fields, int MaxResults, string? NextPageToken);

/// <summary><c>SearchAndReconcileResults</c>: no total; the last page has no token.</summary>
internal sealed record SearchPage(IReadOnlyList<JiraIssue>? Issues, string? NextPageToken, bool? IsLast);

/// <summary><c>IssueBean</c>.</summary>
internal sealed record JiraIssue([property: JsonConverter(typeof(TolerantIdConverter))] long? Id, string? Key, JiraIssueFields? Fields);

/// <summary>The fields that we ask for.</summary>
internal sealed record JiraIssueFields(JiraReference? Project, JiraStatus? Status, JiraIssueType? IssueType, JiraReference? Parent, string? Updated)
{
    /// <summary>Their names, as we ask for them.</summary>
    public static readonly IReadOnlyList<string> Names = ["project", "status", "issuetype", "parent", "updated"];
}

/// <summary>Anything that has an id.</summary>
internal sealed record JiraReference([property: JsonConverter(typeof(TolerantIdConverter))] long? Id);

/// <summary>A status.</summary>
internal sealed record JiraStatus(string? Name, JiraStatusCategory? StatusCategory);

/// <summary>A status category.</summary>
internal sealed record JiraStatusCategory(string? Key);

/// <summary>An issue type.</summary>
internal sealed record JiraIssueType([property: JsonConverter(typeof(TolerantIdConverter))] long? Id, int? HierarchyLevel, bool? Subtask);

/// <summary>Ids are strings in some of Jira's objects and numbers in others.</summary>
internal sealed class TolerantIdConverter : JsonConverter<long?>
{
    /// <inheritdoc/>
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                return number;
            case JsonTokenType.String when long.TryParse(reader.GetString(), out var number):
                return number;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Only read.");
}

/// <summary>The generated readers and writers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PermissionsQuestion))]
[JsonSerializable(typeof(PermissionGrants))]
[JsonSerializable(typeof(SearchQuestion))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(JiraIssue))]
internal sealed partial class JiraJson : JsonSerializerContext;
