using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Core.Jira;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Jira;
using Addon.Web.Webhooks;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Webhooks;

public sealed class WebhookIntakeTests
{
    private const string IssuePath = "/rest/api/3/issue/10042";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Event_Is_Stored_Answered_And_Handled()
    {
        await using var app = await AddonApp.StartAsync();
        var site = await app.InstallAsync();

        (await SendAsync(app, site, new IssueBody().ToBytes())).ShouldBe("200");

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).SnapshotsAsync()).ShouldHaveSingleItem().ShouldStartWith("10042 PAY-12 In Progress 2026-09-20");
    }

    [Fact]
    public async Task A_Repeated_Delivery_Is_Answered_And_Changes_Nothing()
    {
        await using var app = await AddonApp.StartAsync();
        var (site, other) = (await app.InstallAsync(), await app.InstallAsync());

        (await SendAsync(app, site, new IssueBody().ToBytes(), "69312270414585119-AB")).ShouldBe("200");
        (await SendAsync(app, site, new IssueBody().ToBytes(), "69312270414585119-ab")).ShouldBe("200");
        (await SendAsync(app, other, new IssueBody().ToBytes(), "69312270414585119-ab")).ShouldBe("200");

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).CountAsync()).Handled.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("too long")]
    public async Task Without_A_Usable_Identifier_The_Body_Itself_Is_Recognised(string identifier)
    {
        identifier = identifier is "too long" ? new string('7', 256) : identifier;
        await using var app = await AddonApp.StartAsync();
        var site = await app.InstallAsync();

        (await SendAsync(app, site, new IssueBody().ToBytes(), identifier)).ShouldBe("200");
        (await SendAsync(app, site, new IssueBody().ToBytes(), identifier)).ShouldBe("200");
        (await SendAsync(app, site, new IssueBody { Key = "PAY-13" }.ToBytes(), identifier)).ShouldBe("200");

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).ListAsync("SELECT delivery_id FROM webhook_inbox")).ShouldAllBe(id => id.StartsWith("sha256:", StringComparison.Ordinal));
        (await InboxTable.Of(app).CountAsync()).Handled.ShouldBe(2);
    }

    [Fact]
    public async Task Bad_Bodies_Get_A_Clear_Answer_And_Leave_Nothing()
    {
        await using var app = await AddonApp.StartAsync();
        var site = await app.InstallAsync();
        (byte[] Body, string Answer)[] cases =
        [
            ([], "400 webhook.not_json"),
            ([0xFF, 0xFE, 0x00], "400 webhook.not_json"),
            (new byte[1000], "400 webhook.not_json"),
            ("hello"u8.ToArray(), "400 webhook.not_json"),
            ("[1, 2]"u8.ToArray(), "400 webhook.not_json"),
            (new IssueBody().ToBytes()[..^1], "400 webhook.not_json"),
            ("{}"u8.ToArray(), "400 webhook.event_missing"),
            ("""{"webhookEvent": ["jira:issue_updated"]}"""u8.ToArray(), "400 webhook.event_missing"),
            ("""{"webhookEvent": "jira:issue_updated", "issue": {"key": "PAY-12"}}"""u8.ToArray(), "400 webhook.issue_missing"),
            ("""{"webhookEvent": "project_deleted", "project": 5}"""u8.ToArray(), "400 webhook.project_missing"),
            ("""{"webhookEvent": "worklog_created", "worklog": {"issueId": "10014"}}"""u8.ToArray(), "200"),
            (Encoding.ASCII.GetBytes(new string('[', 10_000)), "400 webhook.not_json"),
            (Encoding.ASCII.GetBytes(new string('[', 6 * 1024 * 1024)), "400 webhook.not_json"),
            (Encoding.ASCII.GetBytes(new string('x', 6 * 1024 * 1024)), "400 webhook.not_json"),
            (new byte[WebhookBody.Longest + 1], "413 request.too_large"),
        ];

        foreach (var (body, answer) in cases)
        {
            (await SendAsync(app, site, body)).ShouldBe(answer);
        }

        (await InboxTable.Of(app).CountAsync()).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Body_That_Is_Too_Long_Is_Taken_And_The_Issue_Is_Read_From_Jira(bool issueComesLate)
    {
        await using var app = await AddonApp.StartAsync();
        app.Jira.OnJson("GET", IssuePath, JiraAnswers.IssueNode());
        app.Jira.OnJson("POST", "/rest/api/3/search/jql", JsonNode.Parse(JiraAnswers.Page(
            null, JiraAnswers.IssueNode(updated: app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", System.Globalization.CultureInfo.InvariantCulture))))!);
        var site = await app.InstallAsync();
        var body = new IssueBody { Status = "Done" }.ToJson();
        var padding = new string('x', 6 * 1024 * 1024);
        if (issueComesLate)
        {
            var late = new JsonObject { ["webhookEvent"] = "jira:issue_updated", ["padding"] = padding };
            late["issue"] = body["issue"]!.DeepClone();
            body = late;
        }
        else
        {
            body["issue"]!["fields"]!.AsObject().Insert(0, "description", padding);
        }

        (await SendAsync(app, site, Encoding.UTF8.GetBytes(body.ToJsonString()))).ShouldBe("200");

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).SnapshotsAsync()).ShouldHaveSingleItem().ShouldStartWith("10042 PAY-12 In Progress");
        app.Jira.Requests.ShouldContain(r => r.Path == (issueComesLate ? "/rest/api/3/search/jql" : IssuePath));
    }

    [Fact]
    public async Task An_Event_Too_Deep_For_Anybody_Is_Taken()
    {
        await using var app = await AddonApp.StartAsync();
        var site = await app.InstallAsync();
        var deep = string.Concat(Enumerable.Repeat("{\"content\":[", 10_000)) + string.Concat(Enumerable.Repeat("]}", 10_000));
        var body = new IssueBody().ToJson().ToJsonString().Replace("\"summary\":", $"\"customfield_1\":{deep},\"summary\":", StringComparison.Ordinal);

        (await SendAsync(app, site, Encoding.UTF8.GetBytes(body))).ShouldBe("200");

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).SnapshotsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_About_People_Is_Stored()
    {
        await using var app = await AddonApp.StartAsync();
        app.Jira.OnStatus("GET", IssuePath, 401);
        var site = await app.InstallAsync();

        // Without a status it has to wait for Jira, and stays in the table as it was stored.
        var body = new IssueBody().ToJson();
        body["issue"]!["fields"]!.AsObject().Remove("status");
        (await SendAsync(app, site, Encoding.UTF8.GetBytes(body.ToJsonString()))).ShouldBe("200");

        var stored = (await InboxTable.Of(app).ListAsync("SELECT name || ' ' || payload FROM webhook_inbox")).ShouldHaveSingleItem();
        foreach (var personal in (string[])["Maria", "maria@", "557058", "Pay out", "avatar"])
        {
            stored.ShouldNotContain(personal);
        }
    }

    [Fact]
    public async Task An_Event_That_Cannot_Be_Stored_Is_Asked_For_Again()
    {
        await using var app = await AddonApp.StartAsync();
        var site = await app.InstallAsync();
        var inbox = InboxTable.Of(app);
        await inbox.ScalarAsync("ALTER TABLE webhook_inbox RENAME TO webhook_inbox_away; SELECT 1");

        (await SendAsync(app, site, new IssueBody().ToBytes(), "1")).ShouldStartWith("503 ");

        await inbox.ScalarAsync("ALTER TABLE webhook_inbox_away RENAME TO webhook_inbox; SELECT 1");
        (await SendAsync(app, site, new IssueBody().ToBytes(), "1")).ShouldBe("200");
        await inbox.WaitUntilEmptyAsync();
        (await inbox.CountAsync()).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task Every_Real_Body_Is_Answered_And_Handled()
    {
        var files = Directory.GetFiles(SharedData.PathOf("webhooks"), "*.json");
        await using var app = await AddonApp.StartAsync();
        app.Jira.OnStatus("GET", "/rest/api/3/issue/77256", 404).OnStatus("GET", "/rest/api/3/issue/10001", 404);
        var site = await app.InstallAsync();
        var sent = 0;
        foreach (var file in files)
        {
            var body = await File.ReadAllBytesAsync(file, Ct);
            if (JsonNode.Parse(body) is JsonObject json && json["webhookEvent"] is not null)
            {
                (await SendAsync(app, site, body)).ShouldBe("200", file);
                sent++;
            }
        }

        sent.ShouldBeGreaterThan(30);
        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).CountAsync()).Parked.ShouldBe(0);
        (await InboxTable.Of(app).SnapshotsAsync()).Select(s => s.Split(' ')[0]).ShouldBe(["10040", "10101", "10303", "10360", "10368", "10509"]);
    }

    [Fact]
    public async Task Damaged_Bodies_Are_Never_Our_Fault()
    {
        await using var app = await AddonApp.StartAsync(settings => settings.Services = builder => builder.Services.AddTransient<IJiraIssues, NoIssues>());
        var site = await app.InstallAsync();
        var whole = new IssueBody { Parent = 10040, Changes = [IssueBody.Change("Key", "A-1", "PAY-12")] }.ToBytes();

        Prop.ForAll(
            Arb.From(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ArrayOf()),
            Arb.From(Gen.Choose(1, whole.Length)),
            (damage, length) =>
            {
                var body = whole.ToArray();
                foreach (var (at, value) in damage)
                {
                    body[at] = (byte)value;
                }

                // The property is checked synchronously.
                return SendAsync(app, site, body[..length]).GetAwaiter().GetResult()[..3] is "200" or "400";
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        (await InboxTable.Of(app).CountAsync()).Parked.ShouldBe(0);
    }

    [Fact]
    public async Task Repeated_Events_In_Any_Order_Come_To_The_Same_End()
    {
        await using var app = await AddonApp.StartAsync();
        var events = new List<byte[]>();
        for (var minute = 10; minute < 20; minute++)
        {
            events.Add(new IssueBody { Status = $"Status {minute}", Updated = $"2026-09-20T10:{minute}:00.000+0000", Key = minute < 15 ? "PAY-12" : "OPS-3" }.ToBytes());
            events.Add(new IssueBody { Id = 10043, Status = $"Status {minute}", Updated = $"2026-09-20T10:{minute}:00.000+0000" }.ToBytes());
        }

        events.Add("""{"webhookEvent": "jira:issue_deleted", "timestamp": 1790000000000, "issue": {"id": "10043"}}"""u8.ToArray());
        for (var seed = 0; seed < 5; seed++)
        {
            var shuffled = events.Concat(events.Take(5)).ToArray();
            new System.Random(seed).Shuffle(shuffled);
            var site = await app.InstallAsync();
            foreach (var body in shuffled)
            {
                (await SendAsync(app, site, body)).ShouldBe("200");
            }
        }

        await InboxTable.Of(app).WaitUntilEmptyAsync();
        var ends = (await InboxTable.Of(app).SnapshotsAsync()).Select(row => row.Split("T10:")[0]).Distinct(StringComparer.Ordinal);
        ends.ShouldBe(["10042 OPS-3 Status 19 2026-09-20", "10043 deleted"], ignoreOrder: true);
    }

    /// <returns>The status, with the problem's code if there is one.</returns>
    private static async Task<string> SendAsync(AddonApp app, TestSite site, byte[] body, string? identifier = null)
    {
        const string Url = "/connect/webhooks";
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" };
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
        request.Headers.ExpectContinue = body.Length > WebhookBody.Longest; // Else the refusal can get lost while the body is still being sent.
        request.Headers.TryAddWithoutValidation(
            "Authorization", "JWT " + Addon.Sandbox.Signing.ConnectTokens.Webhook(site.ClientKey, site.Secret, Url, app.Clock.GetUtcNow()));
        if (identifier is not "")
        {
            request.Headers.TryAddWithoutValidation("x-atlassian-webhook-identifier", identifier ?? Guid.NewGuid().ToString());
        }

        using var answer = await app.Http.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return answer.IsSuccessStatusCode ? $"{(int)answer.StatusCode}" : $"{(int)answer.StatusCode} {((string?)JsonNode.Parse(text)!["type"])!.Split(':')[^1]}";
    }

    /// <summary>A Jira that shows nothing to the app.</summary>
    private sealed class NoIssues : IJiraIssues
    {
        public Task<Addon.Core.Common.Outcome<FoundIssue>> FindAsync(Addon.Core.Common.TenantId tenant, Addon.Core.Common.IssueId issue, CancellationToken ct) =>
            Task.FromResult<Addon.Core.Common.Outcome<FoundIssue>>(new FoundIssue(null));

        public IAsyncEnumerable<Addon.Core.Common.Outcome<IReadOnlyList<Addon.Core.Work.IssueSnapshot>>> ListChangedAsync(
            Addon.Core.Common.TenantId tenant, DateTimeOffset since, CancellationToken ct) =>
            AsyncEnumerable.Empty<Addon.Core.Common.Outcome<IReadOnlyList<Addon.Core.Work.IssueSnapshot>>>();
    }
}
