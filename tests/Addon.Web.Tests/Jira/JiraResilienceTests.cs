using System.Net;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Web.Jira;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Jira;

public sealed class JiraResilienceTests
{
    private const string IssuePath = "/rest/api/3/issue/10042";

    private static readonly TenantId Tenant = TenantId.New();
    private static readonly IssueId Issue = new(10042);

    /// <summary>Longer than any wait between attempts and shorter than the patience with one.</summary>
    private static readonly TimeSpan BeforeAnyDeadline = TimeSpan.FromSeconds(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Failed_Attempt_Is_Repeated_With_A_Fresh_Token()
    {
        var clock = new SteppingClock();
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, context =>
        {
            if (jira.Calls.Count < 3)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            }

            return JiraStub.WriteAsync(context, JiraAnswers.Issue());
        });
        await using var client = new JiraClient(clock, [jira.Installation(Tenant)]);

        (await client.Issues.FindAsync(Tenant, Issue, Ct)).Value.ShouldNotBeNull().Snapshot.ShouldNotBeNull();

        jira.Calls.Count.ShouldBe(3);
        jira.Calls.Select(c => (long)c.Claims["iat"]!).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_Call_That_May_Change_Something_Is_Not_Repeated()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("POST", "/rest/api/3/comment", HttpStatusCode.ServiceUnavailable);
        await using var client = new JiraClient([jira.Installation(Tenant)]);
        using var http = client.Get<IHttpClientFactory>().CreateClient(nameof(JiraApi));
        using var request = SiteOf(jira).Request(HttpMethod.Post, "/rest/api/3/comment");

        using var response = await http.SendAsync(request, Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        jira.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Jira_Says_How_Long_To_Wait_And_A_Wait_Beyond_The_Deadline_Is_Not_Begun()
    {
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, context =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "3000";
            return Task.CompletedTask;
        });
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        (await client.Issues.FindAsync(Tenant, Issue, Ct)).Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
        jira.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_Wait_Within_The_Deadline_Is_Kept()
    {
        var clock = new DrivenClock();
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, context =>
        {
            if (jira.Calls.Count == 1)
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return Task.CompletedTask;
            }

            return JiraStub.WriteAsync(context, JiraAnswers.Issue());
        });
        await using var client = new JiraClient(clock, [jira.Installation(Tenant)]);

        (await clock.DriveAsync(client.Issues.FindAsync(Tenant, Issue, Ct), BeforeAnyDeadline, Ct)).Succeeded.ShouldBeTrue();

        jira.Calls.Count.ShouldBe(2);
        clock.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.25));
    }

    [Fact]
    public async Task A_Jira_That_Hangs_Is_Given_Up_At_The_Deadline()
    {
        var clock = new DrivenClock();
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await using var client = new JiraClient(clock, [jira.Installation(Tenant)], "--Jira:AttemptSeconds=4", "--Jira:DeadlineSeconds=8");

        var found = await clock.DriveAsync(client.Issues.FindAsync(Tenant, Issue, Ct), TimeSpan.FromSeconds(8), Ct);

        found.Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
        clock.Elapsed.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_Caller_Who_Leaves_Ends_The_Call()
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, async context =>
        {
            await left.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var client = new JiraClient([jira.Installation(Tenant)]);

        await Should.ThrowAsync<OperationCanceledException>(() => client.Issues.FindAsync(Tenant, Issue, left.Token));
    }

    [Fact]
    public async Task A_Site_That_Is_Down_Is_Left_Alone_For_A_While_And_Costs_The_Others_Nothing()
    {
        var other = TenantId.New();
        var clock = new DrivenClock();
        await using var jira = await JiraStub.StartAsync();
        await using var down = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, JiraAnswers.Issue());
        down.On("GET", IssuePath, HttpStatusCode.ServiceUnavailable);
        await using var client = new JiraClient(clock, [down.Installation(Tenant), jira.Installation(other)]);
        async Task<string?> AskAsync(TenantId tenant) =>
            (await clock.DriveAsync(client.Issues.FindAsync(tenant, Issue, Ct), BeforeAnyDeadline, Ct)).Error?.Code;

        for (var i = 0; i < 6; i++)
        {
            (await AskAsync(Tenant)).ShouldBe("jira.unavailable");
        }

        down.Calls.Count.ShouldBe(10);
        (await AskAsync(other)).ShouldBeNull();

        down.On("GET", IssuePath, JiraAnswers.Issue());
        (await AskAsync(Tenant)).ShouldBe("jira.unavailable");
        down.Calls.Count.ShouldBe(10);
        clock.Advance(TimeSpan.FromSeconds(15));
        (await AskAsync(Tenant)).ShouldBeNull();
        down.Calls.Count.ShouldBe(11);
    }

    [Fact]
    public async Task A_Site_That_Has_Had_Its_Calls_Costs_No_More_And_Other_Sites_Have_Theirs()
    {
        var other = TenantId.New();
        await using var jira = await JiraStub.StartAsync();
        jira.On("GET", IssuePath, JiraAnswers.Issue());
        await using var client = new JiraClient([jira.Installation(Tenant), jira.Installation(other)]);
        var asked = 0;
        var answer = await client.Issues.FindAsync(Tenant, Issue, Ct);
        while (answer.Succeeded && asked++ < JiraBudget.Burst * 20)
        {
            answer = await client.Issues.FindAsync(Tenant, Issue, Ct);
        }

        answer.Error.ShouldNotBeNull().Code.ShouldBe("jira.unavailable");
        asked.ShouldBeGreaterThanOrEqualTo(JiraBudget.Burst - 1);
        jira.Calls.Count.ShouldBe(asked, "the refused one did not go out");
        (await client.Issues.FindAsync(other, Issue, Ct)).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://127.0.0.1:{0}/jira/rest/api/3/issue/1")]
    [InlineData("http://localhost:{0}/jira/rest/api/3/issue/1")]
    [InlineData("http://127.0.0.1:1/jira/rest/api/3/issue/1")]
    [InlineData("http://127.0.0.1:{0}/other/rest/api/3/issue/1")]
    [InlineData("http://127.0.0.1:{0}/jirarest/api/3/issue/1")]
    [InlineData("http://127.0.0.1:{0}/jira/../rest/api/3/issue/1")]
    [InlineData("http://user@127.0.0.1:{0}/jira/rest/api/3/issue/1")]
    public async Task A_Request_To_Another_Place_Is_Neither_Signed_Nor_Sent(string target)
    {
        await using var jira = await JiraStub.StartAsync();
        await using var client = new JiraClient([jira.Installation(Tenant)]);
        using var http = client.Get<IHttpClientFactory>().CreateClient(nameof(JiraApi));
        using var request = SiteOf(jira).Request(HttpMethod.Get, "/");
        request.RequestUri = new Uri(target.Replace("{0}", $"{jira.BaseUrl.Port}", StringComparison.Ordinal));

        await Should.ThrowAsync<InvalidOperationException>(() => http.SendAsync(request, Ct));

        request.Headers.Authorization.ShouldBeNull();
        jira.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Request_Without_A_Site_Is_Not_Sent()
    {
        await using var jira = await JiraStub.StartAsync();
        await using var client = new JiraClient([jira.Installation(Tenant)]);
        using var http = client.Get<IHttpClientFactory>().CreateClient(nameof(JiraApi));

        await Should.ThrowAsync<InvalidOperationException>(() => http.GetAsync(new Uri(jira.BaseUrl + "/rest/api/3/myself"), Ct));

        jira.Calls.ShouldBeEmpty();
    }

    private static JiraSite SiteOf(JiraStub jira) => new(Tenant, jira.BaseUrl, JiraStub.AppKey, new Secret(JiraStub.SecretText));

    /// <summary>A clock that is a second further each time somebody looks at it; waiting goes by the real one.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private DateTimeOffset now = TimeProvider.System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => now += TimeSpan.FromSeconds(1);
    }
}
