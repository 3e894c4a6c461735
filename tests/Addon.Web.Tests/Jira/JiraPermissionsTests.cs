using System.Net;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Jira;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Jira;

public sealed class JiraPermissionsTests
{
    private const string CheckPath = "/rest/api/3/permissions/check";

    private static readonly TenantId Tenant = TenantId.New();
    private static readonly AccountId Maria = new("557058:maria");
    private static readonly IssueId Issue = new(10042);
    private static readonly ProjectId Project = new(10000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JiraPermission.BrowseIssue, "BROWSE_PROJECTS")]
    [InlineData(JiraPermission.EditIssue, "EDIT_ISSUES")]
    public async Task A_Right_On_An_Issue_Is_Asked_By_The_Issues_Number(JiraPermission permission, string name)
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.Granted(name, issues: [10042]));
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Permissions.AllowsAsync(Tenant, Maria, permission, Issue, Ct)).Value.ShouldBeTrue();

        var call = jira.Calls.ShouldHaveSingleItem();
        call.XsrfHeader.ShouldBe("nocheck");
        JsonNode.DeepEquals(
            JsonNode.Parse(call.Body),
            JsonNode.Parse($$"""{"accountId": "557058:maria", "projectPermissions": [{"permissions": ["{{name}}"], "issues": [10042]}]}""")).ShouldBeTrue(call.Body);
    }

    [Theory]
    [InlineData(JiraPermission.BrowseProject, "BROWSE_PROJECTS")]
    [InlineData(JiraPermission.AdministerProject, "ADMINISTER_PROJECTS")]
    public async Task A_Right_On_A_Project_Is_Asked_By_The_Projects_Number(JiraPermission permission, string name)
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.Granted(name, projects: [10000]));
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Permissions.AllowsAsync(Tenant, Maria, permission, Project, Ct)).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task A_Right_On_Many_Issues_Is_One_Question_And_Only_What_Was_Asked_Counts()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.Granted("BROWSE_PROJECTS", issues: [2, 3, 99]));
        await using var client = new JiraClient([jira.Installation(Tenant)]);
        Task<Outcome<IReadOnlySet<IssueId>>> Ask(params long[] issues) =>
            client.Permissions.WhichAsync(Tenant, Maria, JiraPermission.BrowseIssue, [.. issues.Select(i => new IssueId(i))], Ct);

        (await Ask(1, 2, 3)).Value.ShouldBe([new IssueId(2), new IssueId(3)], ignoreOrder: true);
        JsonNode.DeepEquals(
            JsonNode.Parse(jira.Calls.ShouldHaveSingleItem().Body),
            JsonNode.Parse("""{"accountId": "557058:maria", "projectPermissions": [{"permissions": ["BROWSE_PROJECTS"], "issues": [1, 2, 3]}]}""")).ShouldBeTrue();

        (await Ask(2, 3)).Value!.Count.ShouldBe(2);
        jira.Calls.Count.ShouldBe(1, "grants are remembered");
        (await Ask(1)).Value.ShouldBeEmpty();
        jira.Calls.Count.ShouldBe(2, "denials are not");
        (await Ask()).Value.ShouldBeEmpty();
        jira.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("EDIT_ISSUES", 2)]
    [InlineData("BROWSE_PROJECTS", 3)]
    public async Task A_Grant_Of_Something_Else_Opens_No_Issue(string permission, long issue)
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.Granted(permission, issues: [issue]));
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Permissions.WhichAsync(Tenant, Maria, JiraPermission.BrowseIssue, [new IssueId(2)], Ct)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_Right_To_Administer_Jira_Is_A_Global_One()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.GrantedGlobally("ADMINISTER"));
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.AdministerJira, Ct)).Value.ShouldBeTrue();
    }

    public static TheoryData<string> Denials => new(
        """{"globalPermissions": [], "projectPermissions": []}""",
        "{}",
        """{"globalPermissions": ["EDIT_ISSUES"], "projectPermissions": null}""",
        JiraAnswers.Granted("EDIT_ISSUES"),
        JiraAnswers.Granted("EDIT_ISSUES", issues: [10043]),
        JiraAnswers.Granted("EDIT_ISSUES", projects: [10042]),
        JiraAnswers.Granted("BROWSE_PROJECTS", issues: [10042]),
        JiraAnswers.Granted("edit_issues", issues: [10042]));

    [Theory]
    [MemberData(nameof(Denials))]
    public async Task What_Is_Not_Listed_Is_Denied(string answer)
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, answer);
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        var allowed = await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct);

        allowed.Succeeded.ShouldBeTrue();
        allowed.Value.ShouldBeFalse();
    }

    [Fact]
    public async Task A_Grant_Is_Remembered_For_This_Person_On_This_Issue_Of_This_Site_Only()
    {
        var other = TenantId.New();
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.Granted("EDIT_ISSUES", issues: [10042]));
        await using var client = new JiraClient([jira.Installation(Tenant), jira.Installation(other)]);
        Task<Outcome<bool>> Ask(TenantId tenant, string account, JiraPermission permission, long issue) =>
            client.Permissions.AllowsAsync(tenant, new AccountId(account), permission, new IssueId(issue), Ct);

        (await Ask(Tenant, "a", JiraPermission.EditIssue, 10042)).Value.ShouldBeTrue();
        (await Ask(Tenant, "a", JiraPermission.EditIssue, 10042)).Value.ShouldBeTrue();
        jira.Calls.Count.ShouldBe(1);

        (await Ask(other, "a", JiraPermission.EditIssue, 10042)).Value.ShouldBeTrue();
        (await Ask(Tenant, "b", JiraPermission.EditIssue, 10042)).Value.ShouldBeTrue();
        (await Ask(Tenant, "a", JiraPermission.BrowseIssue, 10042)).Value.ShouldBeFalse();
        (await Ask(Tenant, "a", JiraPermission.EditIssue, 10043)).Value.ShouldBeFalse();
        jira.Calls.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_Grant_Is_Forgotten_After_A_Minute_And_A_Denial_After_Five_Seconds()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.Granted("EDIT_ISSUES", issues: [10042]));
        await using var client = new JiraClient(clock, [jira.Installation(Tenant)]);

        (await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct)).Value.ShouldBeTrue();
        jira.On("POST", CheckPath, JiraAnswers.Granted("EDIT_ISSUES"));
        clock.Now += TimeSpan.FromSeconds(59);
        (await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct)).Value.ShouldBeTrue();
        clock.Now += TimeSpan.FromSeconds(2);
        (await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct)).Value.ShouldBeFalse();
        (await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct)).Value.ShouldBeFalse();
        jira.Calls.Count.ShouldBe(2);
        jira.On("POST", CheckPath, JiraAnswers.Granted("EDIT_ISSUES", issues: [10042]));
        clock.Now += TimeSpan.FromSeconds(5);
        (await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct)).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task The_Same_Question_Asked_Many_Times_At_Once_Costs_One_Call()
    {
        var asked = new TaskCompletionSource();
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, async context =>
        {
            await asked.Task;
            await JiraStub.WriteAsync(context, JiraAnswers.Granted("EDIT_ISSUES", issues: [10042]));
        });
        await using var client = new JiraClient([jira.Installation(Tenant)]);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var first = client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, leaving.Token);
        var others = Enumerable.Range(0, 20).Select(_ => client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct)).ToList();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        asked.SetResult();

        (await Task.WhenAll(others)).ShouldAllBe(answer => answer.Value);
        jira.Calls.Count.ShouldBe(1, "who leaves does not take the answer away from the others");
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Jira_Not_Answering_Is_Neither_A_Grant_Nor_A_Denial(HttpStatusCode status)
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, status);
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        var allowed = await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct);

        allowed.Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
    }

    [Fact]
    public async Task An_Account_That_Jira_Does_Not_Know_Has_No_Rights_And_Leaves_A_Trace()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, HttpStatusCode.BadRequest);
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        var allowed = await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Issue, Ct);

        allowed.Succeeded.ShouldBeTrue();
        allowed.Value.ShouldBeFalse();
        var line = client.Log.Where(l => l.StartsWith("Warning QuestionRefused jira.permission_question_refused", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain(Tenant.ToString());
        line.ShouldNotContain(Maria.Value);
    }

    [Fact]
    public async Task A_Right_Of_Another_Kind_Of_Thing_Is_A_Mistake_Of_Ours()
    {
        await using var client = new JiraClient([]);

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.AdministerProject, Issue, Ct));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.EditIssue, Project, Ct));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.BrowseIssue, Ct));
    }

    [Fact]
    public async Task A_Right_On_Many_Projects_Is_One_Question_And_Both_Answers_Are_Remembered()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.Granted("BROWSE_PROJECTS", projects: [2, 3, 99]));
        await using var client = new JiraClient(clock, [jira.Installation(Tenant)]);
        Task<Outcome<IReadOnlySet<ProjectId>>> Ask(params long[] projects) =>
            client.Permissions.WhichAsync(Tenant, Maria, JiraPermission.BrowseProject, [.. projects.Select(p => new ProjectId(p))], Ct);

        (await Ask(1, 2, 3, 2)).Value.ShouldBe([new ProjectId(2), new ProjectId(3)], ignoreOrder: true);
        JsonNode.DeepEquals(
            JsonNode.Parse(jira.Calls.ShouldHaveSingleItem().Body),
            JsonNode.Parse("""{"accountId": "557058:maria", "projectPermissions": [{"permissions": ["BROWSE_PROJECTS"], "projects": [1, 2, 3]}]}""")).ShouldBeTrue();

        (await Ask(1, 2, 3)).Value!.Count.ShouldBe(2);
        (await Ask()).Value.ShouldBeEmpty();
        jira.Calls.Count.ShouldBe(1, "grants are remembered, and for a moment denials too");
        clock.Now += TimeSpan.FromSeconds(6);
        (await Ask(1, 2)).Value.ShouldBe([new ProjectId(2)]);
        jira.Calls.Count.ShouldBe(2, "a denial is forgotten soon");
        (await client.Permissions.AllowsAsync(Tenant, Maria, JiraPermission.BrowseProject, new ProjectId(3), Ct)).Value.ShouldBeTrue();
        jira.Calls.Count.ShouldBe(2, "what was learnt of many counts for one");
    }

    [Fact]
    public async Task More_Projects_Than_Jira_Takes_At_Once_Are_Asked_In_Parts()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, JiraAnswers.Granted("ADMINISTER_PROJECTS", projects: [1, 1500]));
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        var allowed = await client.Permissions.WhichAsync(
            Tenant, Maria, JiraPermission.AdministerProject, [.. Enumerable.Range(1, 2001).Select(p => new ProjectId(p))], Ct);

        allowed.Value.ShouldBe([new ProjectId(1), new ProjectId(1500)], ignoreOrder: true);
        jira.Calls.Select(c => JsonNode.Parse(c.Body)!["projectPermissions"]![0]!["projects"]!.AsArray().Count).ShouldBe([1000, 1000, 1]);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task Jira_Not_Answering_On_Many_Projects_Is_Neither_A_Grant_Nor_A_Denial(HttpStatusCode status)
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, status);
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Permissions.WhichAsync(Tenant, Maria, JiraPermission.BrowseProject, [Project], Ct)).Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
        jira.On("POST", CheckPath, JiraAnswers.Granted("BROWSE_PROJECTS", projects: [10000]));
        (await client.Permissions.WhichAsync(Tenant, Maria, JiraPermission.BrowseProject, [Project], Ct)).Value.ShouldBe([Project]);
    }

    [Fact]
    public async Task An_Account_That_Jira_Does_Not_Know_Sees_None_Of_Many_Projects()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", CheckPath, HttpStatusCode.BadRequest);
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Permissions.WhichAsync(Tenant, Maria, JiraPermission.BrowseProject, [Project], Ct)).Value.ShouldBeEmpty();
    }

    /// <summary>A clock whose time of day is set; waiting goes by the real one.</summary>
    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
