using System.Globalization;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Jql;

/// <summary>What the fields of a query mean on the local site.</summary>
internal sealed class JqlFields(LocalSite site, DateTimeOffset now)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm", "yyyy-MM-dd", "yyyy/MM/dd"];

    /// <summary>The test of a comparison.</summary>
    public Func<JiraIssue, bool> Compare(string field, string sign, string value)
    {
        if (sign is "!=" or "!~")
        {
            var same = Compare(field, sign is "!=" ? "=" : "~", value);
            var isEmpty = IsEmpty(field);

            // Jira: "!=" does not find issues whose field is empty.
            return issue => !isEmpty(issue) && !same(issue);
        }

        return field.ToLowerInvariant() switch
        {
            "project" => Equal(sign, field, issue => Is(value, issue.Project.Key, issue.Project.Name, Number.Text(issue.ProjectId)), KnownProject(value)),
            "key" or "issuekey" or "issue" or "id" => IdOrKey(sign, field, value),
            "status" => Equal(sign, field, issue => Is(value, issue.Status.Name, Number.Text(issue.StatusId))),
            "statuscategory" => Equal(
                sign, field, issue => Is(value, issue.Status.CategoryName, issue.Status.CategoryKey, Number.Text(issue.Status.CategoryId))),
            "issuetype" or "type" => Equal(sign, field, issue => Is(value, issue.Type.Name, Number.Text(issue.TypeId))),
            "parent" => Equal(sign, field, issue => site.Find(issue.ParentId) is { } parent && Is(value, parent.Key, Number.Text(parent.Id))),
            "sprint" => Equal(sign, field, issue => site.FindSprint(issue.SprintId) is { } sprint && IsSprint(sprint, value)),
            "assignee" => Equal(sign, field, issue => Is(value, issue.AssigneeId ?? "")),
            "summary" or "text" => sign is "~"
                ? issue => issue.Summary.Contains(value, StringComparison.OrdinalIgnoreCase)
                : throw NotSupported(sign, field),
            "updated" or "updateddate" => Ordered(sign, field, issue => Minute(issue.Updated), Minute(Date(field, value))),
            "created" or "createddate" => Ordered(sign, field, issue => Minute(issue.Created), Minute(Date(field, value))),
            _ => throw Unknown(field),
        };
    }

    /// <summary>The test of "is empty".</summary>
    public static Func<JiraIssue, bool> IsEmpty(string field) => field.ToLowerInvariant() switch
    {
        "parent" => issue => issue.ParentId is null,
        "sprint" => issue => issue.SprintId is null,
        "assignee" => issue => issue.AssigneeId is null,
        "project" or "key" or "issuekey" or "issue" or "id" or "status" or "statuscategory" or "issuetype" or "type" or "summary" or "text" or "updated" or
            "updateddate" or "created" or "createddate" => _ => false,
        _ => throw Unknown(field),
    };

    /// <summary>What a field sorts by.</summary>
    public static Func<JiraIssue, IComparable> SortKey(string field) => field.ToLowerInvariant() switch
    {
        "key" or "issuekey" => issue => (issue.Project.Key, issue.Id),
        "id" => issue => issue.Id,
        "updated" or "updateddate" => issue => issue.Updated,
        "created" or "createddate" => issue => issue.Created,
        "status" => issue => issue.StatusId,
        "summary" => issue => issue.Summary.ToUpperInvariant(),
        _ => throw new JqlException($"Field '{field}' does not exist or you do not have permission to view it."),
    };

    private Func<JiraIssue, bool> IdOrKey(string sign, string field, string value)
    {
        var wanted = site.Find(value)?.Id ?? Number.Parse(value) ?? throw new JqlException($"An issue with key '{value}' does not exist for field '{field}'.");
        return Ordered(sign, field, issue => issue.Id, wanted);
    }

    private static bool KnownProject(string value) => JiraProject.All.Any(p => Is(value, p.Key, p.Name, Number.Text(p.Id)))
        ? true
        : throw new JqlException($"The value '{value}' does not exist for the field 'project'.");

    private static bool IsSprint(JiraSprint sprint, string value) => value.ToLowerInvariant() switch
    {
        "opensprints()" => string.Equals(sprint.State, "active", StringComparison.Ordinal),
        "futuresprints()" => string.Equals(sprint.State, "future", StringComparison.Ordinal),
        "closedsprints()" => string.Equals(sprint.State, "closed", StringComparison.Ordinal),
        _ => Is(value, sprint.Name, Number.Text(sprint.Id)),
    };

    private static Func<JiraIssue, bool> Equal(string sign, string field, Func<JiraIssue, bool> test, bool isKnown = true) =>
        isKnown && sign is "=" ? test : throw NotSupported(sign, field);

    private static Func<JiraIssue, bool> Ordered<T>(string sign, string field, Func<JiraIssue, T> key, T value)
        where T : IComparable<T> => sign switch
        {
            "=" => issue => key(issue).CompareTo(value) == 0,
            ">" => issue => key(issue).CompareTo(value) > 0,
            ">=" => issue => key(issue).CompareTo(value) >= 0,
            "<" => issue => key(issue).CompareTo(value) < 0,
            "<=" => issue => key(issue).CompareTo(value) <= 0,
            _ => throw NotSupported(sign, field),
        };

    /// <summary>JQL knows minutes, not seconds.</summary>
    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), at.Offset);

    private DateTimeOffset Date(string field, string value)
    {
        if (value.Length > 1 && int.TryParse(value[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            switch (value[^1])
            {
                case 'm':
                    return now.AddMinutes(amount);
                case 'h':
                    return now.AddHours(amount);
                case 'd':
                    return now.AddDays(amount);
                case 'w':
                    return now.AddDays(7 * amount);
            }
        }

        if (DateTimeOffset.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return date;
        }

        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        throw new JqlException(
            $"Date value '{value}' for field '{field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.");
    }

    private static bool Is(string value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (string.Equals(value, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static JqlException NotSupported(string sign, string field) => new($"The operator '{sign}' is not supported by the '{field}' field.");

    private static JqlException Unknown(string field) => new($"Field '{field}' does not exist or you do not have permission to view it.");
}
