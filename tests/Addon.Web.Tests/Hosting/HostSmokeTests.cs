using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Data;
using Addon.Web.Tests.Ui;
using Addon.Web.Tests.Webhooks;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Hosting;

/// <summary>The whole host once over each engine: what stores test one by one has to work together, and on the engine that production runs.</summary>
public sealed class HostSmokeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_Site_Installs_Shows_A_Page_Answers_Sends_A_Webhook_And_Uninstalls(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateEmptyAsync(engine);
        await using var app = await StartAsync(db);
        new JiraRights(app.Jira).Grant(PanelApp.Engineer, "EDIT_ISSUES", PanelApp.Issue).Grant(PanelApp.Engineer, "BROWSE_PROJECTS", PanelApp.Issue);
        PanelApp.AddIssue(app.Jira, PanelApp.Issue, "PAY-12", parent: null);
        var site = await app.InstallAsync();

        (await ShownAnswerAsync(app, site)).ShouldBe("unanswered");
        await AnswerAsync(app, site);
        (await ShownAnswerAsync(app, site)).ShouldBe("notKrWork");
        await SendWebhookAsync(app, site);
        await WaitUntilHandledAsync(db);

        (await StatusAsync(db)).ShouldBe("Done");
        await ShouldBeHealthyAsync(app);
        await app.UninstallAsync(site);
        (await app.WebhookAsync(site, new JsonObject(), url: "/connect/enabled")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_The_Host_Writes_Does_Not_Depend_On_The_Machines_Culture()
    {
        await using var app = await AddonApp.StartAsync();

        CultureInfo.DefaultThreadCurrentCulture.ShouldBe(CultureInfo.InvariantCulture);
        CultureInfo.DefaultThreadCurrentUICulture.ShouldBe(CultureInfo.InvariantCulture);
    }

    private static Task<AddonApp> StartAsync(TestDatabase db) => AddonApp.StartAsync(settings =>
    {
        settings.Configuration["Database:Provider"] = db.Engine.ToString();
        settings.Configuration["Database:ConnectionString"] = db.ConnectionString;
    });

    private static async Task<string?> ShownAnswerAsync(AddonApp app, TestSite site)
    {
        using var page = await app.PageAsync(site, $"/connect/issue-panel?issueId={PanelApp.Issue}&issueKey=PAY-12&projectId={PanelApp.Project}", PanelApp.Engineer);
        return (await PanelApp.ReadPageAsync(page)).QuerySelector("[data-answer]")!.GetAttribute("data-answer");
    }

    private static async Task AnswerAsync(AddonApp app, TestSite site)
    {
        var body = new JsonObject { ["answer"] = "notKrWork", ["reason"] = "maintenance" };
        using var answer = await app.SessionAsync(site, HttpMethod.Put, $"/api/v1/issues/{PanelApp.Issue}/answer", body, PanelApp.Engineer);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Ct));
    }

    private static async Task SendWebhookAsync(AddonApp app, TestSite site)
    {
        var changed = new IssueBody { Id = PanelApp.Issue, Status = "Done", Category = "done", Updated = "2026-11-21T08:00:00.000+0000" };
        using var accepted = await app.WebhookAsync(site, changed.ToJson());
        accepted.IsSuccessStatusCode.ShouldBeTrue(await accepted.Content.ReadAsStringAsync(Ct));
    }

    private static async Task WaitUntilHandledAsync(TestDatabase db)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        await using var stores = db.Scope();
        while (await stores.Session.FindAsync<long>("SELECT COUNT(*) FROM webhook_inbox WHERE state <> 1", null, deadline.Token) > 0)
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    private static async Task<string?> StatusAsync(TestDatabase db)
    {
        await using var stores = db.Scope();
        return await stores.Session.FindAsync<string>("SELECT status_name FROM issue_snapshot WHERE issue_id = @issue", new { issue = PanelApp.Issue }, Ct);
    }

    private static async Task ShouldBeHealthyAsync(AddonApp app)
    {
        using var health = await app.SendAsync(HttpMethod.Get, "/health", token: null, body: null);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        var report = JsonNode.Parse(await health.Content.ReadAsStringAsync(Ct))!;
        ((string?)report["status"]).ShouldBe("ready");
        ((long?)report["inbox"]!["pending"]).ShouldBe(0);
        ((long?)report["inbox"]!["parked"]).ShouldBe(0);
    }
}
