using System.Globalization;
using Addon.Core.Company;
using Addon.Web.Http;

namespace Addon.Web.CompanyPage;

/// <summary>The company tree as the API gives it, a part of its top objectives at a time.</summary>
/// <param name="Items">Top objectives with all that serves them: first the company's, then those beside the tree.</param>
/// <param name="Next">What to send as <c>after</c> for the next part, or null at the end.</param>
/// <param name="TeamsAreKnown">Whether Jira said which teams the person may see; else no team is here.</param>
/// <param name="Found">How many objectives were found.</param>
/// <param name="Visible">Of how many that the person may see.</param>
/// <param name="Hidden">How many more are of teams that they cannot see.</param>
/// <param name="Alignment">How well the objectives below the company are connected.</param>
internal sealed record CompanyTreeResponse(
    IReadOnlyList<CompanyObjectiveResponse> Items, string? Next, bool TeamsAreKnown, int Found, int Visible, int Hidden, AlignmentResponse Alignment)
{
    /// <summary>A part of the tree in the API's words.</summary>
    public static CompanyTreeResponse Of(CompanyTree tree, string? after, int limit)
    {
        var tops = tree.Roots.Select(o => (Place: CompanyPlace.Company, Objective: o))
            .Concat(tree.Groups.SelectMany(g => g.Objectives.Select(o => (g.Place, Objective: o))))
            .Select(t => (t.Place, t.Objective, Cursor: CursorOf(t.Place, t.Objective)))
            .OrderBy(t => t.Cursor, StringComparer.Ordinal)
            .Where(t => string.CompareOrdinal(t.Cursor, after ?? "") > 0)
            .Take(limit + 1)
            .ToList();
        var page = tops.Take(limit).ToList();
        return new CompanyTreeResponse(
            [.. page.Select(t => CompanyObjectiveResponse.Of(t.Objective, t.Place))],
            tops.Count > limit ? page[^1].Cursor : null,
            tree.TeamsAreKnown,
            tree.Found,
            tree.Visible,
            tree.Hidden,
            new AlignmentResponse(
                tree.Alignment.Said, tree.Alignment.Total, tree.Alignment.Share, tree.Alignment.Level is { } level ? WireEnum.Of(level) : null));
    }

    /// <summary>Sorts as the list does, and holds when objectives come and go between two parts.</summary>
    private static string CursorOf(CompanyPlace place, CompanyObjective objective) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)place}-{objective.Objective.Number:D10}");
}
