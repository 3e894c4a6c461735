#pragma warning disable MA0048 // What is read, what of it is shown, and its parts.
using Addon.Core.Common;
using Addon.Core.Work;

namespace Addon.Core.KeyResults;

/// <summary>The issues behind a key result that a person may see.</summary>
/// <param name="Issues">Those, changed last first.</param>
/// <param name="NotShown">How many more there are: hidden from this person, of projects of other teams, or of projects that are not listed; of this part.</param>
/// <param name="Next">After how many the next part begins, or null at the end.</param>
public sealed record LinkedIssues(IReadOnlyList<LinkedIssue> Issues, int NotShown, int? Next = null);

/// <summary>The issues behind a key result as we know them; nobody has asked yet who may see them.</summary>
/// <param name="Issues">Those of the team's own projects, changed last first, at most <see cref="Most"/>.</param>
/// <param name="Beyond">How many more there are that no part lists, since they lie in other projects; told with the last part.</param>
/// <param name="Next">After how many the next part begins, or null at the end.</param>
public sealed record UncheckedIssues(IReadOnlyList<LinkedIssue> Issues, int Beyond, int? Next = null)
{
    /// <summary>How many are read at once.</summary>
    public const int Most = 20;
}

/// <summary>An issue behind a key result. We know no title, and whether a person may see even this much is Jira's to say.</summary>
/// <param name="Issue">Jira's id.</param>
/// <param name="Key">The issue key.</param>
/// <param name="StatusName">The status.</param>
/// <param name="StatusCategory">Its family.</param>
/// <param name="Inherited">Whether it moves the key result through an ancestor's answer.</param>
public sealed record LinkedIssue(IssueId Issue, string Key, string StatusName, StatusCategory StatusCategory, bool Inherited);
