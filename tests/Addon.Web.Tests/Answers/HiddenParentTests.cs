using System.Net;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Core.Work;
using Addon.Web.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Answers;

/// <summary>What a person reads of an issue whose answer comes from a project that they may not browse.</summary>
public sealed class HiddenParentTests
{
    private const long HiddenIssue = 10601;
    private const long Child = 10502;

    [Fact]
    public async Task The_Page_And_The_Fragment_Name_Nothing_Of_The_Hidden_Project()
    {
        await using var app = await PanelApp.StartAsync();
        var secret = await AddSecretAsync(app);
        await app.SucceedAsync("PUT", $"issues/{HiddenIssue}/answer", PanelApp.Linked(secret));

        foreach (var text in await ReadChildAsync(app))
        {
            text.ShouldContain("Inherited from a parent in another project");
            text.ShouldContain("Linked to a key result of another team.");
            text.ShouldContain("Answer for this issue");
            text.ShouldNotContain("SEC-1");
            text.ShouldNotContain("secret", Case.Insensitive);
            text.ShouldNotContain(secret.ToString());
        }
    }

    [Fact]
    public async Task A_Note_Is_Not_Read_Through_A_Child()
    {
        await using var app = await PanelApp.StartAsync();
        await AddSecretAsync(app);
        await app.SucceedAsync(
            "PUT", $"issues/{HiddenIssue}/answer", new JsonObject { ["answer"] = "notKrWork", ["reason"] = "other", ["note"] = "The secret merger" });

        foreach (var text in await ReadChildAsync(app))
        {
            text.ShouldContain("Not KR work: Other");
            text.ShouldNotContain("SEC-1");
            text.ShouldNotContain("secret", Case.Insensitive);
        }
    }

    [Fact]
    public async Task An_Issue_That_Has_Moved_Here_Keeps_Its_Old_Teams_Titles_To_Itself()
    {
        await using var app = await PanelApp.StartAsync();
        var secret = await AddSecretAsync(app);
        await app.SucceedAsync("PUT", $"issues/{HiddenIssue}/answer", PanelApp.Linked(secret));
        await MoveAsync(app, HiddenIssue, "PAY-9", PanelApp.Project);
        app.Rights.Grant(PanelApp.Engineer, "BROWSE_PROJECTS", HiddenIssue).Grant(PanelApp.Engineer, "EDIT_ISSUES", HiddenIssue);

        foreach (var text in await ReadAsync(app, HiddenIssue, "PAY-9"))
        {
            text.ShouldContain("Answered here");
            text.ShouldContain("Linked to a key result of another team.");
            text.ShouldNotContain("secret", Case.Insensitive);
            text.ShouldNotContain(secret.ToString());
        }

        var own = await app.AddKeyResultAsync(await app.AddObjectiveAsync());
        await app.SucceedAsync("PUT", $"issues/{HiddenIssue}/answer", PanelApp.Linked(own), PanelApp.Engineer);
        (await ReadAsync(app, HiddenIssue, "PAY-9")).ShouldAllBe(text => text.Contains("Reduce P1 incidents", StringComparison.Ordinal));
    }

    /// <summary>A key result of a project that the engineer may not browse, with an issue SEC-1 there and its child PAY-2 here.</summary>
    private static async Task<Guid> AddSecretAsync(PanelApp app)
    {
        PanelApp.AddIssue(app.App.Jira, HiddenIssue, "SEC-1", null, PanelApp.OtherProject);
        PanelApp.AddIssue(app.App.Jira, Child, "PAY-2", HiddenIssue);
        app.Rights
            .Grant(PanelApp.Admin, "ADMINISTER_PROJECTS", PanelApp.OtherProject)
            .Grant(PanelApp.Admin, "EDIT_ISSUES", HiddenIssue)
            .Grant(PanelApp.Engineer, "BROWSE_PROJECTS", Child);
        var objective = (Guid)(await app.SucceedAsync(
            "POST", $"projects/{PanelApp.OtherProject}/objectives", new JsonObject { ["title"] = "A secret objective", ["teamName"] = "Secret team" }))["id"]!;
        return await app.AddKeyResultAsync(objective, "A secret key result");
    }

    private static async Task<IReadOnlyList<string>> ReadChildAsync(PanelApp app)
    {
        using (var learned = await app.CallAsync("POST", $"issues/{Child}/snapshot"))
        {
            learned.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        return await ReadAsync(app, Child, "PAY-2");
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(PanelApp app, long issue, string key)
    {
        using var page = await app.IssuePageAsync(issue: issue, key: key);
        using var fragment = await app.CallAsync("GET", $"issues/{issue}/panel?issueKey={key}");
        return [(await PanelApp.ReadPageAsync(page)).DocumentElement.OuterHtml, (await PanelApp.ReadPageAsync(fragment)).DocumentElement.OuterHtml];
    }

    private static async Task MoveAsync(PanelApp app, long issue, string key, long project)
    {
        await using var scope = app.App.Services.CreateAsyncScope();
        var snapshots = scope.ServiceProvider.GetRequiredService<IIssueSnapshotStore>();
        var installation = await scope.ServiceProvider.GetRequiredService<IInstallationStore>().FindByClientKeyAsync(app.Site.ClientKey, TestContext.Current.CancellationToken);
        var tenant = installation!.Tenant;
        var before = (await snapshots.FindAsync(tenant, new IssueId(issue), TestContext.Current.CancellationToken))!;
        await snapshots.SaveIfNewerAsync(
            tenant, before with { Key = key, Project = new ProjectId(project), UpdatedAt = before.UpdatedAt.AddDays(1) }, TestContext.Current.CancellationToken);
    }
}
