namespace Addon.Sandbox.LocalJira;

/// <summary>An issue type.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="HierarchyLevel">1 epic, 0 standard, -1 sub-task.</param>
public sealed record JiraIssueType(long Id, string Name, int HierarchyLevel)
{
    public static readonly JiraIssueType Epic = new(10010, "Epic", 1);

    public static readonly JiraIssueType Story = new(10011, "Story", 0);

    public static readonly JiraIssueType Task = new(10012, "Task", 0);

    public static readonly JiraIssueType Bug = new(10013, "Bug", 0);

    public static readonly JiraIssueType Subtask = new(10014, "Sub-task", -1);

    public static readonly IReadOnlyList<JiraIssueType> All = [Epic, Story, Task, Bug, Subtask];

    public bool IsSubtask => HierarchyLevel < 0;

    public static JiraIssueType Of(long id) => All.Single(t => t.Id == id);
}
