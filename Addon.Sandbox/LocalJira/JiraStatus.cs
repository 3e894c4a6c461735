namespace Addon.Sandbox.LocalJira;

/// <summary>A status and its category.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="CategoryId">Jira's fixed id of the category.</param>
/// <param name="CategoryKey"><c>new</c>, <c>indeterminate</c> or <c>done</c>.</param>
/// <param name="CategoryName">What people call the category.</param>
/// <param name="ColorName">The category's colour.</param>
public sealed record JiraStatus(long Id, string Name, int CategoryId, string CategoryKey, string CategoryName, string ColorName)
{
    public static readonly JiraStatus ToDo = new(10020, "To Do", 2, "new", "To Do", "blue-gray");

    public static readonly JiraStatus InProgress = new(10021, "In Progress", 4, "indeterminate", "In Progress", "yellow");

    public static readonly JiraStatus Done = new(10022, "Done", 3, "done", "Done", "green");

    public static readonly IReadOnlyList<JiraStatus> All = [ToDo, InProgress, Done];

    public static JiraStatus Of(long id) => All.Single(s => s.Id == id);
}
