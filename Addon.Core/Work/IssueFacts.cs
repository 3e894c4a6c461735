using System.Globalization;
using Addon.Core.Common;

namespace Addon.Core.Work;

/// <summary>
/// An issue as Jira tells of it, on whichever way (a webhook, a REST answer, a Forge event); any part can be missing. Whether it is enough for a snapshot
/// is decided here, once for all ways.
/// </summary>
public sealed class IssueFacts
{
    private const int KeyLength = 255;
    private const int StatusNameLength = 120;

    /// <summary>Jira writes <c>2019-08-27T12:43:24.674-0700</c>; the colon in the offset and the fraction are optional here.</summary>
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>The issue's id.</summary>
    public long? Id { get; set; }

    /// <summary>The issue's key.</summary>
    public string? Key { get; set; }

    /// <summary>The project's id.</summary>
    public long? ProjectId { get; set; }

    /// <summary>The issue type's id.</summary>
    public long? TypeId { get; set; }

    /// <summary>The issue type's hierarchy level.</summary>
    public int? HierarchyLevel { get; set; }

    /// <summary>Whether the issue type is one of sub-tasks; older bodies say this instead of the level.</summary>
    public bool? IsSubtask { get; set; }

    /// <summary>The parent's id.</summary>
    public long? ParentId { get; set; }

    /// <summary>The status as people see it.</summary>
    public string? StatusName { get; set; }

    /// <summary>Jira's key of the status category: <c>new</c>, <c>indeterminate</c>, <c>done</c>.</summary>
    public string? StatusCategoryKey { get; set; }

    /// <summary>The issue's own update time as Jira writes it.</summary>
    public string? Updated { get; set; }

    /// <summary>The snapshot, or null when id, key, project, status or update time is missing or unusable.</summary>
    public IssueSnapshot? ToSnapshot()
    {
        if (Id is not { } id || ProjectId is not { } project || StatusCategoryKey is null || !IsText(Key, KeyLength) || !IsText(StatusName, int.MaxValue)
            || !DateTimeOffset.TryParseExact(Updated, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var updatedAt))
        {
            return null;
        }

        return new IssueSnapshot
        {
            Issue = new IssueId(id),
            Key = Key!,
            Project = new ProjectId(project),
            TypeId = TypeId,
            HierarchyLevel = HierarchyLevel ?? (IsSubtask is true ? -1 : null),
            Parent = ParentId is { } parent ? new IssueId(parent) : null,
            StatusName = Shorten(StatusName!),
            StatusCategory = StatusCategoryKey switch
            {
                "done" => StatusCategory.Done,
                "indeterminate" => StatusCategory.InProgress,
                _ => StatusCategory.ToDo,
            },
            UpdatedAt = updatedAt.ToUniversalTime(),
        };
    }

    private static bool IsText(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most && !text.Any(char.IsControl);

    private static string Shorten(string text) => text.Length <= StatusNameLength
        ? text
        : text[..(char.IsHighSurrogate(text[StatusNameLength - 1]) ? StatusNameLength - 1 : StatusNameLength)];
}
