using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Webhooks;

/// <summary>
/// The promise of the inbox: what was answered with 200 is handled exactly once, whatever happens to the process. The host runs as a process of its own
/// and is killed again and again while Jira (this test) sends, and sends again what was not answered.
/// </summary>
public sealed class KillTests
{
    private const int Issues = 200;
    private const int UpdatesPerIssue = 10;
    private const int Kills = 3;
    private const int SenderCount = 8;
    private const string Url = "/connect/webhooks";

    private static readonly DateTimeOffset FirstUpdate = new(2026, 9, 20, 10, 0, 0, TimeSpan.Zero);

    private readonly int seed = int.TryParse(Environment.GetEnvironmentVariable("STRAIGHTLINE_KILL_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Killed_In_The_Middle_Of_2000_Webhooks_Every_Accepted_One_Is_Handled_Exactly_Once()
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"STRAIGHTLINE_KILL_SEED={seed}");
        var plan = Plan();

        var calm = await RunCalmAsync(plan);
        var killed = await RunKilledAsync(plan);

        output.WriteLine($"calm: {calm}; killed: {killed}");
        foreach (var run in (Run[])[calm, killed])
        {
            run.Counts.ShouldBe((0, plan.Count, 0));
            run.HandledOnce.ShouldBe(plan.Count);
            run.HandledTwice.ShouldBe(0);
        }

        killed.Unanswered.ShouldBeGreaterThan(0, "No kill has hit anything.");
        // As differences, because the whole lists would fill pages.
        killed.Snapshots.Except(calm.Snapshots, StringComparer.Ordinal).ShouldBeEmpty();
        calm.Snapshots.Except(killed.Snapshots, StringComparer.Ordinal).ShouldBeEmpty();
        killed.Snapshots.Select(row => row.Split('.')[0]).Except(Expected(), StringComparer.Ordinal).ShouldBeEmpty();
        killed.Snapshots.Count.ShouldBe(Issues);
    }

    /// <summary>Nothing is killed, so that the host can be one of this process.</summary>
    private static async Task<Run> RunCalmAsync(IReadOnlyList<Delivery> plan)
    {
        await using var app = await AddonApp.StartAsync();
        AnnounceIssues(app.Jira);
        var inbox = InboxTable.Of(app);
        await KeepTallyAsync(inbox);
        var sending = new Sending(() => Task.FromResult(app.Http.BaseAddress!), await app.InstallAsync(), plan);
        await Task.WhenAll(Senders(sending, plan));
        return await ReadAsync(inbox, sending);
    }

    private async Task<Run> RunKilledAsync(IReadOnlyList<Delivery> plan)
    {
        var folder = Directory.CreateTempSubdirectory("straightline-kill-");
        try
        {
            using var installKey = new InstallKey();
            await using var jira = await StubServer.StartAsync();
            jira.On("GET", $"/install-keys/{installKey.Id}", context => context.Response.WriteAsync(installKey.PublicPem));
            AnnounceIssues(jira);
            await using var host = new HostProcess(jira.BaseUrl, folder.FullName);
            await host.StartAsync();
            var site = TestSite.New(jira.BaseUrl);
            await InstallAsync(host, installKey, site);
            return await RunKilledAsync(host, site, plan);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Run> RunKilledAsync(HostProcess host, TestSite site, IReadOnlyList<Delivery> plan)
    {
        var inbox = new InboxTable(host.ConnectionString);
        await KeepTallyAsync(inbox);
        var random = new Random(seed);
        var shuffled = plan.ToArray();
        random.Shuffle(shuffled);
        var sending = new Sending(host.ListeningAsync, site, shuffled);
        var senders = Senders(sending, plan);
        foreach (var threshold in Enumerable.Range(0, Kills).Select(_ => random.Next(plan.Count)).Order())
        {
            while (sending.AcceptedCount < threshold && senders.Any(s => !s.IsCompleted))
            {
                await Task.Delay(1, Ct);
            }

            await host.KillAsync();
            await host.StartAsync();
        }

        await Task.WhenAll(senders);
        // Once more while only the worker is at it.
        await host.KillAsync();
        await host.StartAsync();
        return await ReadAsync(inbox, sending);
    }

    private static List<Task> Senders(Sending sending, IReadOnlyList<Delivery> plan) => [.. Enumerable.Range(0, SenderCount).Select(_ => sending.RunAsync(plan.Count))];

    /// <summary>The database itself keeps the tally, in the transaction of each event.</summary>
    private static Task<long> KeepTallyAsync(InboxTable inbox) => inbox.ScalarAsync(
        """
        CREATE TABLE tally (delivery_id TEXT NOT NULL);
        CREATE TRIGGER tally_handled AFTER UPDATE OF state ON webhook_inbox WHEN NEW.state = 1
        BEGIN INSERT INTO tally (delivery_id) VALUES (NEW.delivery_id); END;
        SELECT 1;
        """);

    private static async Task<Run> ReadAsync(InboxTable inbox, Sending sending)
    {
        await inbox.WaitUntilEmptyAsync(TimeSpan.FromSeconds(90));
        return new Run(
            await inbox.CountAsync(),
            await inbox.ScalarAsync("SELECT COUNT(*) FROM (SELECT delivery_id FROM tally GROUP BY delivery_id HAVING COUNT(*) = 1)"),
            await inbox.ScalarAsync("SELECT COUNT(*) FROM (SELECT delivery_id FROM tally GROUP BY delivery_id HAVING COUNT(*) > 1)"),
            sending.Unanswered,
            sending.Repeated,
            await inbox.SnapshotsAsync());
    }

    private static void AnnounceIssues(StubServer jira)
    {
        for (var issue = 0; issue < Issues; issue++)
        {
            if (IsDeleted(issue))
            {
                jira.OnStatus("GET", $"/rest/api/3/issue/{IdOf(issue)}", StatusCodes.Status404NotFound);
            }
            else
            {
                jira.OnJson("GET", $"/rest/api/3/issue/{IdOf(issue)}", BodyOf(issue, UpdatesPerIssue - 1).ToJson()["issue"]!);
            }
        }
    }

    private static async Task InstallAsync(HostProcess host, InstallKey installKey, TestSite site)
    {
        const string Installed = "/connect/installed";
        using var http = new HttpClient { BaseAddress = await host.ListeningAsync() };
        using var request = new HttpRequestMessage(HttpMethod.Post, Installed);
        request.Content = new StringContent(AddonApp.InstallBody(site).ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "JWT " + ConnectTokens.Lifecycle(installKey, site.ClientKey, HostProcess.PublicBaseUrl, Installed, TimeProvider.System.GetUtcNow()));
        using var answer = await http.SendAsync(request, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    /// <summary>Each issue is updated ten times; a tenth of the issues is deleted in the end, and one in twenty events says so little that Jira has to be asked.</summary>
    private static List<Delivery> Plan()
    {
        var plan = new List<Delivery>();
        for (var update = 0; update < UpdatesPerIssue; update++)
        {
            for (var issue = 0; issue < Issues; issue++)
            {
                var body = BodyOf(issue, update).ToJson();
                if (IsDeleted(issue) && update == UpdatesPerIssue - 1)
                {
                    body["webhookEvent"] = "jira:issue_deleted";
                }
                else if ((issue + update) % 20 == 7)
                {
                    body["issue"]!.AsObject().Remove("fields");
                }

                plan.Add(new Delivery($"{issue}-{update}", Encoding.UTF8.GetBytes(body.ToJsonString())));
            }
        }

        return plan;
    }

    private static List<string> Expected() =>
    [
        .. Enumerable.Range(0, Issues)
            .Select(issue => IsDeleted(issue) ? $"{IdOf(issue)} deleted" : $"{IdOf(issue)} PAY-{issue} Status 9 2026-09-20T10:09:00"),
    ];

    private static bool IsDeleted(int issue) => issue % 10 == 3;

    private static int IdOf(int issue) => 10_000 + issue;

    private static IssueBody BodyOf(int issue, int update) => new()
    {
        Id = $"{IdOf(issue)}",
        Key = $"PAY-{issue}",
        Status = $"Status {update}",
        Updated = FirstUpdate.AddMinutes(update).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
    };

    private sealed record Delivery(string Id, byte[] Body);

    private sealed record Run(
        (long Pending, long Handled, long Parked) Counts, long HandledOnce, long HandledTwice, int Unanswered, int Repeated, IReadOnlyList<string> Snapshots)
    {
        public override string ToString() => $"{Counts.Handled} handled, {Unanswered} sent again unanswered, {Repeated} repeated though answered";
    }

    /// <summary>Jira's side: several connections, and a delivery comes again until it is answered; now and then also after that.</summary>
    private sealed class Sending(Func<Task<Uri>> listening, TestSite site, IEnumerable<Delivery> deliveries)
    {
        private readonly ConcurrentQueue<Delivery> queue = new(deliveries);
        private readonly ConcurrentDictionary<string, bool> accepted = new(StringComparer.Ordinal);
        private int unanswered;
        private int repeated;

        public int AcceptedCount => accepted.Count;

        public int Unanswered => unanswered;

        public int Repeated => repeated;

        public async Task RunAsync(int total)
        {
            using var http = new HttpClient();
            while (accepted.Count < total || !queue.IsEmpty)
            {
                Ct.ThrowIfCancellationRequested();
                if (!queue.TryDequeue(out var delivery))
                {
                    await Task.Delay(5, Ct);
                }
                else if (!await IsAnsweredAsync(http, delivery))
                {
                    Interlocked.Increment(ref unanswered);
                    queue.Enqueue(delivery);
                }
                else if (accepted.TryAdd(delivery.Id, true) && accepted.Count % 20 == 0)
                {
                    Interlocked.Increment(ref repeated);
                    queue.Enqueue(delivery);
                }
            }
        }

        private async Task<bool> IsAnsweredAsync(HttpClient http, Delivery delivery)
        {
            var target = new Uri(await listening(), Url);
            using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(delivery.Body) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TryAddWithoutValidation("X-Atlassian-Webhook-Identifier", delivery.Id);
            request.Headers.TryAddWithoutValidation("Authorization", "JWT " + ConnectTokens.Webhook(site.ClientKey, site.Secret, Url, TimeProvider.System.GetUtcNow()));
            try
            {
                using var answer = await http.SendAsync(request, Ct);
                // 5xx is what Jira repeats; anything else would lose the event.
                (answer.StatusCode is HttpStatusCode.OK or >= HttpStatusCode.InternalServerError).ShouldBeTrue($"{answer.StatusCode}");
                return answer.StatusCode is HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
