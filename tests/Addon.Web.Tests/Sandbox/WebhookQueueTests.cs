using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Addon.Sandbox.Connect;
using Addon.Sandbox.LocalJira;
using Addon.Sandbox.Rest;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Sandbox;

/// <summary>Webhooks of the local Jira, to an add-on that is played by the test.</summary>
public sealed class WebhookQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Webhook_Has_Jiras_Headers_And_Shape_And_A_Token_For_Its_Address()
    {
        var seen = new ConcurrentQueue<(IHeaderDictionary Headers, string Body)>();
        await using var stub = await StartAddonAsync(context => RecordAsync(context, seen, StatusCodes.Status200OK));
        await using var site = await StartSiteAsync(stub);
        var issue = site.Jira.List()[1];
        site.Jira.Transition(JiraUser.Engineer, issue.Id, JiraStatus.ToDo);
        await UntilAsync(() => seen.Count == 1 && site.Queue.IsIdle);

        var (headers, text) = seen.Single();
        headers.UserAgent.ToString().ShouldBe("Atlassian Webhook HTTP Client");
        headers["X-Atlassian-Webhook-Identifier"].ToString().ShouldNotBeEmpty();
        headers["X-Atlassian-Webhook-Flow"].ToString().ShouldBe("Primary");
        headers.ContainsKey("X-Atlassian-Webhook-Retry").ShouldBeFalse();
        headers.Authorization.ToString().ShouldStartWith("JWT ");
        var body = JsonNode.Parse(text)!;
        ((string?)body["webhookEvent"]).ShouldBe("jira:issue_updated");
        ((string?)body["issue"]!["id"]).ShouldBe($"{issue.Id}");
        ((string?)body["changelog"]!["items"]![1]!["toString"]).ShouldBe("To Do");
        ((string?)body["user"]!["accountId"]).ShouldBe(JiraUser.Engineer.AccountId);
    }

    [Fact]
    public async Task What_Fails_For_A_While_Is_Tried_Again_Under_The_Same_Identifier()
    {
        var seen = new ConcurrentQueue<(IHeaderDictionary Headers, string Body)>();
        await using var stub = await StartAddonAsync(context => RecordAsync(context, seen, seen.Count < 2 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK));
        await using var site = await StartSiteAsync(stub);
        site.Jira.Transition(JiraUser.Engineer, site.Jira.List()[1].Id, JiraStatus.ToDo);
        await UntilAsync(() => site.Queue.IsIdle && !seen.IsEmpty);

        seen.Select(s => s.Headers["X-Atlassian-Webhook-Retry"].ToString()).ShouldBe(["", "1", "2"]);
        seen.Select(s => s.Headers["X-Atlassian-Webhook-Identifier"].ToString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        site.Queue.Log.Single().IsDelivered.ShouldBeTrue();
    }

    [Theory]
    [InlineData(401, 1)]
    [InlineData(404, 1)]
    [InlineData(413, 1)]
    [InlineData(429, 6)]
    [InlineData(500, 6)]
    public async Task A_Final_Refusal_Is_Not_Tried_Again_And_Nothing_Is_Tried_For_Ever(int status, int attempts)
    {
        var seen = new ConcurrentQueue<(IHeaderDictionary Headers, string Body)>();
        await using var stub = await StartAddonAsync(context => RecordAsync(context, seen, status));
        await using var site = await StartSiteAsync(stub);
        site.Jira.Transition(JiraUser.Engineer, site.Jira.List()[1].Id, JiraStatus.ToDo);
        await UntilAsync(() => site.Queue.IsIdle && !seen.IsEmpty);
        seen.Count.ShouldBe(attempts);
    }

    [Fact]
    public async Task The_Last_One_Can_Be_Sent_Twice_And_The_Last_Two_In_The_Wrong_Order()
    {
        var seen = new ConcurrentQueue<(IHeaderDictionary Headers, string Body)>();
        await using var stub = await StartAddonAsync(context => RecordAsync(context, seen, StatusCodes.Status200OK));
        await using var site = await StartSiteAsync(stub);
        var issue = site.Jira.List()[1];
        site.Jira.Transition(JiraUser.Engineer, issue.Id, JiraStatus.ToDo);
        site.Jira.Transition(JiraUser.Engineer, issue.Id, JiraStatus.InProgress);
        await UntilAsync(() => site.Queue.IsIdle && seen.Count == 2);
        site.Queue.SendLastTwoOutOfOrder();
        await UntilAsync(() => site.Queue.IsIdle && seen.Count == 4);
        site.Queue.SendLastAgain();
        await UntilAsync(() => site.Queue.IsIdle && seen.Count == 5);

        seen.Select(s => (string)JsonNode.Parse(s.Body)!["issue"]!["fields"]!["status"]!["name"]!).ShouldBe(["To Do", "In Progress", "In Progress", "To Do", "To Do"]);
        var identifiers = seen.Select(s => s.Headers["X-Atlassian-Webhook-Identifier"].ToString()).ToList();
        identifiers.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
        identifiers[4].ShouldBe(identifiers[3]);
    }

    private static async Task<StubServer> StartAddonAsync(RequestDelegate webhook)
    {
        var stub = await StubServer.StartAsync();
        var descriptor = JsonNode.Parse($$"""
            {
              "key": "played", "name": "Played", "baseUrl": "{{stub.BaseUrl.GetLeftPart(UriPartial.Authority)}}",
              "lifecycle": { "installed": "/in" },
              "modules": { "webhooks": [{ "event": "jira:issue_updated", "url": "/hook", "filter": "project in (PAY, CORE)" }] }
            }
            """)!;
        return stub.OnJson("GET", "/descriptor", descriptor).OnStatus("POST", "/in", StatusCodes.Status204NoContent).On("POST", "/hook", webhook);
    }

    private static async Task<Played> StartSiteAsync(StubServer stub)
    {
        var jira = LocalSite.Open(null, TimeProvider.System);
        var key = new InstallKey();
        var address = new SiteAddress(new Uri("http://127.0.0.1:1"));
        var tokens = new SiteTokens(jira, key, TimeProvider.System);
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var connection = new AppConnection(jira, tokens, address, new AppKey(), http);
        var queue = new WebhookQueue(jira, connection, tokens, new IssueJson(jira, address.Url), http, TimeProvider.System, TimeSpan.FromMilliseconds(1));
        await connection.InstallAsync(new Uri(stub.BaseUrl, "/descriptor"), newSecret: true, Ct);
        await queue.StartAsync(Ct);
        return new Played(jira, queue, http, key);
    }

    private static async Task RecordAsync(HttpContext context, ConcurrentQueue<(IHeaderDictionary Headers, string Body)> seen, int status)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        seen.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase)), body));
        context.Response.StatusCode = status;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Patience);
            await Task.Delay(TimeSpan.FromMilliseconds(10), Ct);
        }
    }

    private sealed record Played(LocalSite Jira, WebhookQueue Queue, HttpClient Http, InstallKey Key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Queue.StopAsync(CancellationToken.None);
            Queue.Dispose();
            Http.Dispose();
            Key.Dispose();
        }
    }
}
