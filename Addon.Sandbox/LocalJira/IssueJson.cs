using System.Globalization;
using System.Text.Json.Nodes;

namespace Addon.Sandbox.LocalJira;

/// <summary>Issues, users and projects in Jira's JSON: version 3 (rich text as a document) for REST, version 2 (plain text) for webhooks.</summary>
internal sealed class IssueJson(LocalSite site, Uri baseUrl)
{
    /// <summary>The number field that holds story points on this site.</summary>
    public const string StoryPointsField = "customfield_10016";

    /// <summary>The field that holds sprints on this site.</summary>
    public const string SprintField = "customfield_10020";

    private readonly string _base = baseUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>An issue as <c>GET /rest/api/3/issue</c> gives it, with all fields that this site has.</summary>
    public JsonObject Issue(JiraIssue issue) => Issue(issue, site.Find(issue.ParentId), site.FindSprint(issue.SprintId), version: 3);

    /// <summary>An issue in version 2 or 3.</summary>
    public JsonObject Issue(JiraIssue issue, JiraIssue? parent, JiraSprint? sprint, int version)
    {
        var fields = new JsonObject
        {
            ["summary"] = issue.Summary,
            ["description"] = issue.Description.Length == 0 ? null : version == 3 ? Document(issue.Description) : issue.Description,
            ["issuetype"] = IssueType(issue.Type, version),
            ["status"] = Status(issue.Status, version),
            ["project"] = ProjectReference(issue.Project, version),
            ["priority"] = new JsonObject { ["self"] = Self(version, "priority/3"), ["name"] = "Medium", ["id"] = "3" },
            ["labels"] = new JsonArray(),
            ["assignee"] = JiraUser.Find(issue.AssigneeId) is { } assignee ? User(assignee, version) : null,
            ["reporter"] = JiraUser.Find(issue.ReporterId) is { } reporter ? User(reporter, version) : null,
            ["creator"] = JiraUser.Find(issue.ReporterId) is { } creator ? User(creator, version) : null,
            ["created"] = Time(issue.Created),
            ["updated"] = Time(issue.Updated),
            ["statuscategorychangedate"] = Time(issue.StatusChanged),
            ["resolution"] = issue.StatusId == JiraStatus.Done.Id ? new JsonObject { ["self"] = Self(version, "resolution/10000"), ["id"] = "10000", ["name"] = "Done" } : null,
            ["resolutiondate"] = issue.StatusId == JiraStatus.Done.Id ? Time(issue.StatusChanged) : null,
            [StoryPointsField] = issue.StoryPoints is { } points ? points : null,
            [SprintField] = sprint is null ? null : new JsonArray(Sprint(sprint)),
            ["subtasks"] = new JsonArray([.. site.ChildrenOf(issue.Id).Where(c => c.Type.IsSubtask).Select(c => Reference(c, version))]),
        };
        if (parent is not null)
        {
            fields["parent"] = Reference(parent, version);
        }

        return new JsonObject
        {
            ["id"] = Number.Text(issue.Id),
            ["key"] = issue.Key,
            ["self"] = Self(version, $"issue/{Number.Text(issue.Id)}"),
            ["fields"] = fields,
        };
    }

    /// <summary>A user; no e-mail, as for an app without that scope.</summary>
    public JsonObject User(JiraUser user, int version = 3) => new()
    {
        ["self"] = Self(version, $"user?accountId={Uri.EscapeDataString(user.AccountId)}"),
        ["accountId"] = user.AccountId,
        ["accountType"] = user.AccountType,
        ["avatarUrls"] = Avatars($"{_base}/assets/avatar.svg"),
        ["displayName"] = user.DisplayName,
        ["active"] = true,
        ["timeZone"] = "Etc/UTC",
    };

    /// <summary>A project as <c>GET /rest/api/3/project</c> gives it.</summary>
    public JsonObject Project(JiraProject project)
    {
        var json = ProjectReference(project, version: 3);
        json["description"] = "";
        json["lead"] = User(JiraUser.Admin);
        json["issueTypes"] = new JsonArray([.. JiraIssueType.All.Select(t => IssueType(t, version: 3))]);
        json["assigneeType"] = "UNASSIGNED";
        json["style"] = "classic";
        json["isPrivate"] = !project.IsPublic;
        return json;
    }

    /// <summary>Jira's time format: milliseconds, offset without a colon.</summary>
    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private JsonObject Reference(JiraIssue issue, int version) => new()
    {
        ["id"] = Number.Text(issue.Id),
        ["key"] = issue.Key,
        ["self"] = Self(version, $"issue/{Number.Text(issue.Id)}"),
        ["fields"] = new JsonObject
        {
            ["summary"] = issue.Summary,
            ["status"] = Status(issue.Status, version),
            ["issuetype"] = IssueType(issue.Type, version),
        },
    };

    private JsonObject IssueType(JiraIssueType type, int version) => new()
    {
        ["self"] = Self(version, $"issuetype/{Number.Text(type.Id)}"),
        ["id"] = Number.Text(type.Id),
        ["description"] = "",
        ["iconUrl"] = $"{_base}/assets/type-{type.Name.ToLowerInvariant()}.svg",
        ["name"] = type.Name,
        ["subtask"] = type.IsSubtask,
        ["hierarchyLevel"] = type.HierarchyLevel,
    };

    private JsonObject Status(JiraStatus status, int version) => new()
    {
        ["self"] = Self(version, $"status/{Number.Text(status.Id)}"),
        ["description"] = "",
        ["iconUrl"] = $"{_base}/",
        ["name"] = status.Name,
        ["id"] = Number.Text(status.Id),
        ["statusCategory"] = new JsonObject
        {
            ["self"] = Self(version, $"statuscategory/{Number.Text(status.CategoryId)}"),
            ["id"] = status.CategoryId,
            ["key"] = status.CategoryKey,
            ["colorName"] = status.ColorName,
            ["name"] = status.CategoryName,
        },
    };

    private JsonObject ProjectReference(JiraProject project, int version) => new()
    {
        ["self"] = Self(version, $"project/{Number.Text(project.Id)}"),
        ["id"] = Number.Text(project.Id),
        ["key"] = project.Key,
        ["name"] = project.Name,
        ["projectTypeKey"] = "software",
        ["simplified"] = false,
        ["avatarUrls"] = Avatars($"{_base}/assets/project.svg"),
    };

    private static JsonObject Sprint(JiraSprint sprint) => new()
    {
        ["id"] = sprint.Id,
        ["name"] = sprint.Name,
        ["state"] = sprint.State,
        ["boardId"] = sprint.BoardId,
        ["goal"] = "",
        ["startDate"] = sprint.Start.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["endDate"] = sprint.End.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };

    private static JsonObject Document(string text) => new()
    {
        ["version"] = 1,
        ["type"] = "doc",
        ["content"] = new JsonArray(new JsonObject
        {
            ["type"] = "paragraph",
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
        }),
    };

    private static JsonObject Avatars(string url) => new()
    {
        ["48x48"] = url,
        ["24x24"] = url,
        ["16x16"] = url,
        ["32x32"] = url,
    };

    private string Self(int version, string path) => $"{_base}/rest/api/{Number.Text(version)}/{path}";
}
