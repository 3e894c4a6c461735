using Addon.Sandbox.Jql;
using Addon.Sandbox.LocalJira;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Sandbox;

/// <summary>The queries of the local Jira mean what they mean in Jira.</summary>
public sealed class JqlTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    private static readonly LocalSite Site = LocalSite.Open(null, new StillTime());

    public static TheoryData<string, Func<JiraIssue, bool>> Queries => new()
    {
        { "project = PAY", i => i.ProjectId == 10000 },
        { "project != PAY", i => i.ProjectId != 10000 },
        { "project = pay AND status = Done", i => i.ProjectId == 10000 && i.Status == JiraStatus.Done },
        { "statusCategory = Done OR issuetype = Epic", i => i.Status == JiraStatus.Done || i.Type == JiraIssueType.Epic },
        { "statusCategory = indeterminate", i => i.Status == JiraStatus.InProgress },
        { "issuetype in (Epic, \"Sub-task\")", i => i.Type.HierarchyLevel != 0 },
        { "status not in (Done, 'In Progress')", i => i.Status == JiraStatus.ToDo },
        { "NOT (status = Done OR project = CORE) AND type = Bug", i => i.Status != JiraStatus.Done && i.ProjectId != 10001 && i.Type == JiraIssueType.Bug },
        { "parent = PAY-1", i => i.ParentId == 10101 },
        { "parent in (10101)", i => i.ParentId == 10101 },
        { "parent is EMPTY", i => i.ParentId is null },
        { "parent is not empty", i => i.ParentId is not null },
        { "key in (PAY-1, PAY-2)", i => i.Id is 10101 or 10102 },
        { "id in (10101, 10103)", i => i.Id is 10101 or 10103 },
        { "sprint in openSprints()", i => Site.FindSprint(i.SprintId)?.State == "active" },
        { "sprint = 101", i => i.SprintId == 101 },
        { "updated >= \"-60d\"", _ => true },
        { "updated >= -30m", _ => false },
        { "updated >= '2026-11-01 00:00' AND updated < 2026-11-08", i => i.Updated >= new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) && i.Updated < new DateTimeOffset(2026, 11, 8, 0, 0, 0, TimeSpan.Zero) },
        { "summary ~ \"refund\"", i => i.Summary.Contains("refund", StringComparison.OrdinalIgnoreCase) },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_Query_Finds_What_It_Says(string jql, Func<JiraIssue, bool> wanted) =>
        JqlParser.Parse(jql, Site, Now).Run(Site.List()).Select(i => i.Key).Order(StringComparer.Ordinal)
            .ShouldBe(Site.List().Where(wanted).Select(i => i.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void An_Order_Is_Followed_And_Ties_Are_Broken_By_Id() =>
        JqlParser.Parse("project = PAY ORDER BY status DESC, updated ASC", Site, Now).Run(Site.List())
            .ShouldBe(Site.List().Where(i => i.ProjectId == 10000).OrderByDescending(i => i.StatusId).ThenBy(i => i.Updated).ThenBy(i => i.Id));

    private sealed class StillTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
