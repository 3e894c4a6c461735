using Addon.Sandbox.LocalJira;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Sandbox;

/// <summary>The local Jira's issues and the events that it tells.</summary>
public sealed class LocalSiteTests
{
    private readonly LocalSite _site = LocalSite.Open(null, TimeProvider.System);
    private readonly List<SiteEvent> _events = [];

    public LocalSiteTests() => _site.Subscribe(_events.Add);

    [Fact]
    public void The_Seed_Has_Three_Projects_With_Some_Sixty_Issues_On_Three_Levels()
    {
        var issues = _site.List();
        issues.Count.ShouldBeInRange(55, 70);
        issues.Select(i => i.ProjectId).Distinct().Count().ShouldBe(3);
        issues.Select(i => i.Type.HierarchyLevel).Distinct().Order().ShouldBe([-1, 0, 1]);
        issues.ShouldContain(i => i.StoryPoints != null);
        issues.Select(i => i.Summary).Distinct(StringComparer.Ordinal).Count().ShouldBe(issues.Count);
        issues.Select(i => (i.Key, i.Summary, i.StatusId)).ShouldBe(LocalSite.Open(null, TimeProvider.System).List().Select(i => (i.Key, i.Summary, i.StatusId)));
    }

    [Fact]
    public void A_Transition_Tells_Status_And_Resolution()
    {
        var issue = Story();
        _site.Transition(JiraUser.Engineer, issue.Id, JiraStatus.Done);
        var told = _events.Single();
        told.Name.ShouldBe("jira:issue_updated");
        told.EventTypeName.ShouldBe("issue_generic");
        told.Changes.Select(c => c.Field).ShouldBe(["resolution", "status"]);
        told.Issue.Updated.ShouldBeGreaterThan(issue.Updated);
    }

    [Fact]
    public void A_New_Parent_Is_Told_As_Jira_Tells_It_Without_A_Field_Id()
    {
        var issue = Story();
        var epic = _site.List().First(i => i.Type == JiraIssueType.Epic && i.ProjectId == issue.ProjectId && i.Id != issue.ParentId);
        _site.SetParent(JiraUser.Engineer, issue.Id, epic.Id);
        var change = _events.Single().Changes.Single();
        change.Field.ShouldBe("IssueParentAssociation");
        change.FieldId.ShouldBeNull();
        change.ToText.ShouldBe(epic.Key);
    }

    [Fact]
    public void Deleting_An_Issue_Deletes_Its_Sub_Tasks_And_Frees_The_Children_Of_An_Epic()
    {
        var epic = _site.List().First(i => i.Type == JiraIssueType.Epic);
        var children = _site.ChildrenOf(epic.Id);
        _site.Delete(JiraUser.Admin, epic.Id);
        _events.Select(e => e.Name).ShouldBe([.. children.Select(_ => "jira:issue_updated"), "jira:issue_deleted"]);

        _events.Clear();
        var withSubtasks = children.First(c => _site.ChildrenOf(c.Id).Count > 0);
        var subtasks = _site.ChildrenOf(withSubtasks.Id).Count;
        _site.Delete(JiraUser.Admin, withSubtasks.Id);
        _events.Count.ShouldBe(subtasks + 1);
        _events.ShouldAllBe(e => e.Name == "jira:issue_deleted");
    }

    [Fact]
    public void A_Parent_On_The_Wrong_Level_Is_Refused()
    {
        var story = Story();
        Should.Throw<SiteRuleException>(() => _site.SetParent(JiraUser.Admin, story.Id, story.Id));
        Should.Throw<SiteRuleException>(() => _site.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Subtask, "Alone", null));
        _events.ShouldBeEmpty();
    }

    [Fact]
    public void A_Refused_Issue_Uses_Up_No_Number()
    {
        var first = _site.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Story, "One", null);
        Should.Throw<SiteRuleException>(() => _site.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Story, "   ", null));
        var second = _site.Create(JiraUser.Admin, JiraProject.Payments, JiraIssueType.Story, "Two", null);
        (NumberOf(second) - NumberOf(first)).ShouldBe(1);

        static int NumberOf(JiraIssue issue) => int.Parse(issue.Key.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void An_Edit_That_Changes_Nothing_Tells_Nothing()
    {
        var issue = Story();
        _site.Edit(JiraUser.Admin, issue.Id, issue.Summary, issue.StoryPoints, issue.AssigneeId);
        _site.Transition(JiraUser.Admin, issue.Id, issue.Status);
        _events.ShouldBeEmpty();
    }

    private JiraIssue Story() => _site.List().First(i => i.Type == JiraIssueType.Story && i.Status == JiraStatus.InProgress);
}
