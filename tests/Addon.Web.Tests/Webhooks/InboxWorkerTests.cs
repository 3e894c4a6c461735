using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Events;
using Addon.Core.Jira;
using Addon.Core.Work;
using Addon.Web.Data.Events;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Jira;
using Addon.Web.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Webhooks;

public sealed class InboxWorkerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Event_That_Always_Fails_Is_Parked_And_Holds_Nobody_Up()
    {
        await using var app = await AddonApp.StartAsync(RetryAtOnce);
        app.Jira.OnStatus("GET", "/rest/api/3/issue/666", 401);
        var site = await app.InstallAsync();

        await SendAsync(app, site, """{"webhookEvent": "jira:issue_updated", "timestamp": 1790000000000, "issue": {"id": "666"}}""");
        for (var id = 1; id <= 30; id++)
        {
            await SendAsync(app, site, new IssueBody { Id = id }.ToJson().ToJsonString());
        }

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).CountAsync()).ShouldBe((0, 30, 1));
        app.Jira.Requests.Count(r => r.Path == "/rest/api/3/issue/666").ShouldBe(3);
        var health = await HealthAsync(app, h => (long?)h["inbox"]!["parked"] == 1);
        var parked = health["inbox"]!["lastParked"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)parked["name"]).ShouldBe("jira:issue_updated");
        ((string?)parked["errorCode"]).ShouldBe("jira.unavailable");
        ((int?)parked["attempts"]).ShouldBe(3);
        health.ToJsonString().ShouldNotContain(site.ClientKey);
        health.ToJsonString().ShouldNotContain("666");
    }

    [Fact]
    public async Task A_Site_That_Comes_Back_Is_Read_Again()
    {
        // The usual waits: a worker can be so quick that it asks before this process has heard of the install.
        await using var app = await AddonApp.StartAsync();
        var site = await app.InstallAsync();
        await SendAsync(app, site, new IssueBody { Id = 10042 }.ToJson().ToJsonString());
        await InboxTable.Of(app).WaitUntilEmptyAsync();
        await app.UninstallAsync(site);
        var meanwhile = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
        app.Jira.OnJson("POST", "/rest/api/3/search/jql", JsonNode.Parse(JiraAnswers.Page(null, JiraAnswers.IssueNode(10042, "PAY-99", meanwhile)))!);

        // With a new secret, as each install brings one; the same call within one second would be a replay.
        await app.InstallAsync(site.Rotated());

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).ListAsync("SELECT issue_key FROM issue_snapshot")).ShouldBe(["PAY-99"]);
    }

    [Fact]
    public async Task An_Event_That_Breaks_The_Code_Is_Parked_With_The_Kind_Of_The_Fault()
    {
        await using var app = await AddonApp.StartAsync(settings =>
        {
            RetryAtOnce(settings);
            settings.Services = builder => builder.Services.AddTransient<IJiraIssues, BrokenIssues>();
        });
        var site = await app.InstallAsync();

        await SendAsync(app, site, """{"webhookEvent": "jira:issue_updated", "issue": {"id": "666"}}""");
        await SendAsync(app, site, new IssueBody().ToJson().ToJsonString());

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).CountAsync()).ShouldBe((0, 1, 1));
        (await InboxTable.Of(app).ListAsync("SELECT error_code FROM webhook_inbox WHERE state = 2")).ShouldBe(["exception.NotSupportedException"]);
    }

    [Fact]
    public async Task A_Failed_Event_Is_Tried_Again_And_Ends_Well()
    {
        await using var app = await AddonApp.StartAsync(RetryAtOnce);
        var tries = 0;
        app.Jira.On("GET", "/rest/api/3/issue/10042", context =>
        {
            context.Response.StatusCode = tries++ == 0 ? 401 : 200;
            return context.Response.StatusCode is 401 ? Task.CompletedTask : JiraStub.WriteAsync(context, JiraAnswers.Issue());
        });
        var site = await app.InstallAsync();

        await SendAsync(app, site, """{"webhookEvent": "jira:issue_updated", "issue": {"id": "10042"}}""");

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).CountAsync()).ShouldBe((0, 1, 0));
        (await InboxTable.Of(app).SnapshotsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_Event_That_Ends_Its_Worker_Again_And_Again_Is_Parked_Untried()
    {
        await using var app = await AddonApp.StartAsync(RetryAtOnce);
        app.Jira.OnStatus("GET", "/rest/api/3/issue/666", 401);
        var site = await app.InstallAsync();
        var inbox = InboxTable.Of(app);
        // As if it had been claimed by process after process that did not live to say what became of it.
        await inbox.ScalarAsync(
            """
            CREATE TRIGGER claimed_often AFTER INSERT ON webhook_inbox BEGIN UPDATE webhook_inbox SET attempts = 20 WHERE seq = NEW.seq; END;
            SELECT 1
            """);

        await SendAsync(app, site, """{"webhookEvent": "jira:issue_updated", "issue": {"id": "666"}}""");

        await inbox.WaitUntilEmptyAsync();
        (await inbox.ListAsync("SELECT error_code FROM webhook_inbox WHERE state = 2")).ShouldBe(["worker.lost"]);
        app.Jira.Requests.ShouldNotContain(r => r.Path == "/rest/api/3/issue/666");
    }

    [Fact]
    public async Task A_Worker_That_Is_Stopped_Finishes_What_It_Has_Begun()
    {
        await using var app = await AddonApp.StartAsync();
        var (asked, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Jira.On("GET", "/rest/api/3/issue/10042", async context =>
        {
            asked.TrySetResult();
            await released.Task;
            await JiraStub.WriteAsync(context, JiraAnswers.Issue());
        });
        var site = await app.InstallAsync();
        await SendAsync(app, site, """{"webhookEvent": "jira:issue_updated", "issue": {"id": "10042"}}""");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        var stopping = app.Services.GetServices<IHostedService>().OfType<RereadWorker>().Single().StopAsync(Ct);
        stopping.IsCompleted.ShouldBeFalse();
        released.SetResult();
        await stopping;

        (await InboxTable.Of(app).CountAsync()).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task A_Jira_That_Hangs_Holds_Up_Nobody_Elses_Events_And_Burns_No_Attempts()
    {
        await using var app = await AddonApp.StartAsync(settings =>
        {
            settings.Configuration["Inbox:JiraParallelism"] = "2";
            settings.Configuration["Jira:AttemptSeconds"] = "60";
            settings.Configuration["Jira:DeadlineSeconds"] = "60";
        });
        var released = new TaskCompletionSource();
        var asked = new SemaphoreSlim(0);
        app.Jira.On("GET", "/rest/api/3/issue/10042", async context =>
        {
            asked.Release();
            await released.Task;
            await JiraStub.WriteAsync(context, JiraAnswers.Issue());
        });
        var (slow, other) = (await app.InstallAsync(), await app.InstallAsync());
        var inbox = InboxTable.Of(app);

        for (var i = 0; i < 5; i++)
        {
            await SendAsync(app, slow, """{"webhookEvent": "jira:issue_updated", "issue": {"id": "10042"}}""");
        }

        await asked.WaitAsync(Ct);
        await asked.WaitAsync(Ct);
        await SendAsync(app, other, new IssueBody { Id = 7 }.ToJson().ToJsonString());
        await UntilAsync(async () => (await inbox.CountAsync()).Handled == 1);

        (await inbox.ListAsync("SELECT attempts || '' FROM webhook_inbox WHERE state = 0 ORDER BY seq")).ShouldBe(["1", "1", "0", "0", "0"]);
        released.SetResult();
        await inbox.WaitUntilEmptyAsync();
        (await inbox.CountAsync()).ShouldBe((0, 6, 0));
    }

    [Fact]
    public async Task A_Worker_That_Is_Stopped_Gives_Back_What_It_Has_Not_Begun()
    {
        var (sent, completing, goOn) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = await AddonApp.StartAsync(settings =>
        {
            settings.Configuration["Inbox:Parallelism"] = "1";
            settings.Services = builder =>
            {
                builder.Services.AddScoped<Inbox>();
                builder.Services.AddScoped<IInbox>(services => new HeldInbox(services.GetRequiredService<Inbox>(), sent.Task, completing, goOn.Task));
            };
        });
        var site = await app.InstallAsync();
        for (var id = 1; id <= 4; id++)
        {
            await SendAsync(app, site, new IssueBody { Id = id }.ToJson().ToJsonString());
        }

        sent.SetResult();
        await completing.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        var stopping = app.Services.GetServices<IHostedService>().OfType<InboxWorker>().Single().StopAsync(Ct);
        goOn.SetResult();
        await stopping;

        var inbox = InboxTable.Of(app);
        (await inbox.CountAsync()).ShouldBe((3, 1, 0));
        (await inbox.ScalarAsync("SELECT COUNT(*) FROM webhook_inbox WHERE state = 0 AND attempts = 0 AND lease_owner IS NULL AND leased_until IS NULL")).ShouldBe(3);
    }

    [Fact]
    public async Task A_List_Of_Changes_That_Breaks_Off_Keeps_What_It_Has_And_Is_Parked_For_All_To_See()
    {
        await using var app = await AddonApp.StartAsync(RetryAtOnce);
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", System.Globalization.CultureInfo.InvariantCulture);
        app.Jira.On("POST", "/rest/api/3/search/jql", async context =>
        {
            var first = !(await new StreamReader(context.Request.Body).ReadToEndAsync(Ct)).Contains("nextPageToken", StringComparison.Ordinal);
            context.Response.StatusCode = first ? 200 : 401;
            await (first ? JiraStub.WriteAsync(context, JiraAnswers.Page("two", JiraAnswers.IssueNode(5, "PAY-5", now))) : Task.CompletedTask);
        });
        var site = await app.InstallAsync();
        // Too long to be read to the end, and the issue comes last: nobody knows which it was.
        var body = $$$"""{"webhookEvent": "jira:issue_updated", "padding": "{{{new string('x', 6 * 1024 * 1024)}}}", "issue": {"id": "5"}}""";

        await SendAsync(app, site, body);

        var inbox = InboxTable.Of(app);
        await inbox.WaitUntilEmptyAsync();
        (await inbox.ListAsync("SELECT error_code FROM webhook_inbox WHERE state = 2")).ShouldBe(["jira.unavailable"]);
        (await inbox.SnapshotsAsync()).ShouldHaveSingleItem().ShouldStartWith("5 PAY-5");
    }

    [Fact]
    public async Task A_Project_That_Is_Deleted_Takes_Its_Issues_And_Brings_Them_Back()
    {
        await using var app = await AddonApp.StartAsync();
        var site = await app.InstallAsync();
        var inbox = InboxTable.Of(app);
        await SendAsync(app, site, new IssueBody().ToJson().ToJsonString());
        await inbox.WaitUntilEmptyAsync();

        await SendAsync(app, site, """{"webhookEvent": "project_soft_deleted", "timestamp": 1790000001000, "project": {"id": 10000}}""");
        await inbox.WaitUntilEmptyAsync();
        (await inbox.ScalarAsync("SELECT COUNT(*) FROM live_issue")).ShouldBe(0);

        await SendAsync(app, site, """{"webhookEvent": "project_restored_deleted", "timestamp": 1790000002000, "project": {"id": "10000"}}""");
        await inbox.WaitUntilEmptyAsync();
        (await inbox.ScalarAsync("SELECT COUNT(*) FROM live_issue")).ShouldBe(1);
    }

    [Theory]
    [InlineData("Inbox:LeaseSeconds", "0")]
    [InlineData("Inbox:BatchSize", "0")]
    [InlineData("Inbox:Parallelism", "99")]
    [InlineData("Inbox:JiraParallelism", "0")]
    [InlineData("Inbox:PollSeconds", "0")]
    [InlineData("Inbox:RetentionDays", "-1")]
    [InlineData("Inbox:RetrySeconds:0", "-1")]
    [InlineData("Jira:AttemptSeconds", "0")]
    [InlineData("Jira:DeadlineSeconds", "1")]
    public async Task A_Setting_Out_Of_Range_Stops_The_Start_And_Is_Named(string key, string value)
    {
        var failure = await Should.ThrowAsync<Exception>(() => AddonApp.StartAsync(settings => settings.Configuration[key] = value));

        failure.Message.ShouldContain(key.Replace(":0", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Raised_Signal_Is_Not_Lost_When_Nobody_Waits_Yet()
    {
        var signal = new InboxSignal();
        signal.Raise();
        signal.Raise();

        await signal.WaitAsync(TimeSpan.FromDays(1), TimeProvider.System, Ct).WaitAsync(TimeSpan.FromSeconds(30), Ct);
    }

    private static void RetryAtOnce(AddonAppSettings settings)
    {
        settings.Configuration["Inbox:RetrySeconds:0"] = "0";
        settings.Configuration["Inbox:RetrySeconds:1"] = "0";
        settings.Configuration["Inbox:PollSeconds"] = "1";
    }

    private static async Task SendAsync(AddonApp app, TestSite site, string body)
    {
        using var answer = await app.WebhookAsync(site, JsonNode.Parse(body)!);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<JsonNode> HealthAsync(AddonApp app, Func<JsonNode, bool> until)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var health = JsonNode.Parse(await app.Http.GetStringAsync(new Uri("/health", UriKind.Relative), deadline.Token))!;
            if (until(health))
            {
                return health;
            }

            await Task.Delay(50, deadline.Token);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    /// <summary>The inbox; nothing is claimed before everything was sent, and the first event is held before it is done.</summary>
    private sealed class HeldInbox(Inbox inner, Task sent, TaskCompletionSource completing, Task goOn) : IInbox
    {
        public Task<bool> AcceptAsync(TenantId tenant, JiraEvent jiraEvent, CancellationToken ct) => inner.AcceptAsync(tenant, jiraEvent, ct);

        public async Task<IReadOnlyList<InboxDelivery>> ClaimAsync(Guid owner, bool asksJira, int most, TimeSpan lease, CancellationToken ct)
        {
            await sent.WaitAsync(ct);
            return await inner.ClaimAsync(owner, asksJira, most, lease, ct);
        }

        public Task ReleaseAsync(Guid owner, CancellationToken ct) => inner.ReleaseAsync(owner, ct);

        public async Task<bool> CompleteAsync(InboxDelivery delivery, CancellationToken ct)
        {
            completing.TrySetResult();
            await goOn;
            return await inner.CompleteAsync(delivery, ct);
        }

        public Task RetryAsync(InboxDelivery delivery, DateTimeOffset dueAt, string errorCode, CancellationToken ct) => inner.RetryAsync(delivery, dueAt, errorCode, ct);

        public Task ParkAsync(InboxDelivery delivery, string errorCode, CancellationToken ct) => inner.ParkAsync(delivery, errorCode, ct);

        public Task<InboxHealth> ReadHealthAsync(CancellationToken ct) => inner.ReadHealthAsync(ct);

        public Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct) => inner.PurgeAsync(before, most, ct);
    }

    private sealed class BrokenIssues : IJiraIssues
    {
        public Task<Outcome<FoundIssue>> FindAsync(TenantId tenant, IssueId issue, CancellationToken ct) => throw new NotSupportedException();

        public IAsyncEnumerable<Outcome<IReadOnlyList<IssueSnapshot>>> ListChangedAsync(TenantId tenant, DateTimeOffset since, CancellationToken ct) =>
            throw new NotSupportedException();
    }
}
