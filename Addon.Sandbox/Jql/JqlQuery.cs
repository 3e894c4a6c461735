using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Jql;

/// <summary>A parsed query: a condition and an order.</summary>
/// <param name="Matches">The condition, or null when the query has none (which search/jql refuses as unbounded).</param>
/// <param name="Order">The order; by newest id when the query names none.</param>
internal sealed record JqlQuery(Func<JiraIssue, bool>? Matches, Comparison<JiraIssue> Order)
{
    /// <summary>The matching ones of <paramref name="issues"/>, in order.</summary>
    public List<JiraIssue> Run(IEnumerable<JiraIssue> issues)
    {
        List<JiraIssue> found = [.. issues.Where(i => Matches is null || Matches(i))];
        found.Sort(Order);
        return found;
    }
}
