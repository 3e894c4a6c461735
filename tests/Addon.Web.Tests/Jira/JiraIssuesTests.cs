using System.Net;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Work;
using Addon.Web.Jira;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Jira;

public sealed class JiraIssuesTests
{
    private const string IssuePath = "/rest/api/3/issue/10042";
    private const string SearchPath = "/rest/api/3/search/jql";

    private static readonly TenantId Tenant = TenantId.New();
    private static readonly DateTimeOffset Updated = new(2026, 9, 20, 8, 11, 12, 345, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Issue_Is_Read_Into_A_Snapshot()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, JiraAnswers.Issue(parent: 10040));
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        var found = await client.Issues.FindAsync(Tenant, new IssueId(10042), Ct);

        found.Value.ShouldNotBeNull().Snapshot.ShouldBe(new IssueSnapshot
        {
            Issue = new IssueId(10042),
            Key = "PAY-12",
            Project = new ProjectId(10000),
            TypeId = 10001,
            HierarchyLevel = 0,
            Parent = new IssueId(10040),
            StatusName = "In Progress",
            StatusCategory = StatusCategory.InProgress,
            UpdatedAt = Updated,
        });
    }

    [Fact]
    public async Task An_Issue_That_Jira_Does_Not_Show_Is_None()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, HttpStatusCode.NotFound);
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Issues.FindAsync(Tenant, new IssueId(10042), Ct)).Value.ShouldNotBeNull().Snapshot.ShouldBeNull();
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task An_Answer_That_Is_No_Answer_Is_Tried_Again_Later(HttpStatusCode status)
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, status);
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        var found = await client.Issues.FindAsync(Tenant, new IssueId(10042), Ct);

        found.Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
        found.Error.Kind.ShouldBe(ErrorKind.Unavailable);
    }

    [Theory]
    [InlineData("<html>Log in</html>")]
    [InlineData("[]")]
    [InlineData("""{"id": "10042", "key": "PAY-12", "fields": {"status": "Done"}}""")]
    [InlineData("""{"id": "10042", "key": "PAY-12", "fields": {}}""")]
    [InlineData("null")]
    public async Task An_Answer_That_Cannot_Be_Read_Is_Not_Taken_For_An_Issue(string body)
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, body);
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Issues.FindAsync(Tenant, new IssueId(10042), Ct)).Error.ShouldNotBeNull().Code.ShouldBe("jira.unreadable");
    }

    [Fact]
    public async Task An_Answer_Without_End_Is_Given_Up()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, async context =>
        {
            var filler = new byte[64 * 1024];
            for (var sent = 0; sent < 2 * ResilienceHandler.LongestAnswer; sent += filler.Length)
            {
                await context.Response.Body.WriteAsync(filler, context.RequestAborted);
            }
        });
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Issues.FindAsync(Tenant, new IssueId(10042), Ct)).Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
        jira.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_Site_Without_The_App_Is_Never_Called()
    {
        await using var jira = await JiraStub.StartAsync();
        var gone = jira.Installation(Tenant) with { UninstalledAt = Updated, SharedSecret = null };
        await using var client = new JiraClient([gone]);

        (await client.Issues.FindAsync(Tenant, new IssueId(10042), Ct)).Error.ShouldNotBeNull().Code.ShouldBe("jira.not_installed");
        (await client.Issues.ListChangedAsync(TenantId.New(), Updated, Ct).ToListAsync(Ct)).ShouldHaveSingleItem().Error.ShouldNotBeNull().Code.ShouldBe("jira.not_installed");
        jira.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Changed_Issues_Are_Read_Page_By_Page_In_Relative_Time()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", SearchPath, context => JiraStub.WriteAsync(context, jira.Calls.Count switch
        {
            1 => JiraAnswers.Page("two", JiraAnswers.IssueNode(1, "PAY-1", "2026-09-20T10:00:00.000+0200"), JiraAnswers.IssueNode(2, "PAY-2")),
            2 => JiraAnswers.Page("three"),
            _ => JiraAnswers.Page(null, JiraAnswers.IssueNode(3, "PAY-3")),
        }));
        await using var client = new JiraClient([jira.Installation(Tenant)]);
        var since = TimeProvider.System.GetUtcNow().AddMinutes(-20);
        // The stub's issues are older than that; what counts here is what is asked, and the next test what is left out.
        var listed = await client.Issues.ListChangedAsync(Tenant, since, Ct).ToListAsync(Ct);

        listed.SelectMany(page => page.Value.ShouldNotBeNull()).ShouldBeEmpty();
        var bodies = jira.Calls.Select(c => JsonNode.Parse(c.Body)!).ToList();
        bodies.Count.ShouldBe(3);
        ((string?)bodies[0]["jql"]).ShouldBeOneOf("updated >= \"-21m\" ORDER BY updated ASC", "updated >= \"-22m\" ORDER BY updated ASC");
        bodies[0].AsObject().ContainsKey("nextPageToken").ShouldBeFalse();
        bodies.Skip(1).Select(b => (string?)b["nextPageToken"]).ShouldBe(["two", "three"]);
    }

    [Fact]
    public async Task Changed_Issues_Are_Read_To_The_End_However_Many_And_None_Is_Too_Early()
    {
        const int Pages = 30;
        const int PageSize = 50;
        await using var jira = await JiraStub.StartAsync();
        var asked = 0;
        jira.On("POST", SearchPath, context =>
        {
            var page = Interlocked.Increment(ref asked);
            return JiraStub.WriteAsync(context, JiraAnswers.Page(
                page == Pages ? null : $"page {page + 1}",
                [JiraAnswers.IssueNode(1, "PAY-1", "2026-09-20T10:00:00.000+0200"), .. Enumerable.Range(page * PageSize, PageSize).Select(id => JiraAnswers.IssueNode(id, "PAY-2"))]));
        });
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        var listed = await client.Issues.ListChangedAsync(Tenant, Updated, Ct).ToListAsync(Ct);

        listed.SelectMany(page => page.Value.ShouldNotBeNull()).Select(s => s.Issue.Value).ShouldBe(Enumerable.Range(PageSize, Pages * PageSize).Select(id => (long)id));
    }

    [Fact]
    public async Task A_List_That_Breaks_Off_Ends_With_A_Refusal()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", SearchPath, context =>
        {
            context.Response.StatusCode = jira.Calls.Count == 1 ? 200 : 401;
            return jira.Calls.Count == 1 ? JiraStub.WriteAsync(context, JiraAnswers.Page("two", JiraAnswers.IssueNode(1, "PAY-1"))) : Task.CompletedTask;
        });
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        var listed = await client.Issues.ListChangedAsync(Tenant, Updated, Ct).ToListAsync(Ct);

        listed[0].Value.ShouldNotBeNull().ShouldHaveSingleItem();
        listed[1].Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
        listed.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_Page_Token_That_Comes_Again_Ends_The_Round_Trip()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", SearchPath, JiraAnswers.Page("again"));
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Issues.ListChangedAsync(Tenant, Updated, Ct).LastAsync(Ct)).Error.ShouldNotBeNull().Code.ShouldBe("jira.unreadable");
        jira.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_Redirect_Is_Not_Followed()
    {
        await using var jira = await JiraStub.StartAsync();
        await using var elsewhere = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, context =>
        {
            context.Response.Redirect(elsewhere.BaseUrl + IssuePath);
            return Task.CompletedTask;
        });
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Issues.FindAsync(Tenant, new IssueId(10042), Ct)).Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
        elsewhere.Calls.ShouldBeEmpty();
    }
}
