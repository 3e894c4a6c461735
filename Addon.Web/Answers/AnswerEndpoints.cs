using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Core.Work;
using Addon.Web.Connect;
using Addon.Web.Http;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Answers;

/// <summary>The API behind the panel on an issue.</summary>
internal static class AnswerEndpoints
{
    public static void MapAnswerApi(this IEndpointRouteBuilder routes)
    {
        var issue = routes.MapPageApi("Answers").MapGroup("/issues/{issueId}");
        issue.MapGet("/panel", ShowPanelAsync).WithName("GetIssuePanel");
        issue.MapGet("/permissions", GetPermissionsAsync).WithName("GetIssuePermissions");
        issue.MapPost("/snapshot", LearnAsync).WithName("LearnIssue");
        issue.MapPut("/answer", SetAsync).WithName("SetAnswer");
        issue.MapDelete("/answer", ClearAsync).WithName("ClearAnswer");
    }

    /// <param name="issueId">The issue.</param>
    /// <param name="issueKey">What the sentence begins with; display text that the page knows and the database may not.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="access">Whether they may see it.</param>
    /// <param name="learn">Where the project of an issue that the page does not show is known from.</param>
    /// <param name="panels">Reads the panel.</param>
    /// <param name="links">Addresses in Jira.</param>
    /// <param name="ct">Cancels.</param>
    private static async Task<Results<RazorComponentResult<IssuePanelView>, ProblemHttpResult>> ShowPanelAsync(
        long issueId,
        string? issueKey,
        Caller caller,
        BrowseAccess access,
        LearnIssue learn,
        IIssuePanelReader panels,
        JiraLinks links,
        CancellationToken ct)
    {
        var issue = new IssueId(issueId);
        if (await access.CheckAsync(caller, issue, ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var project = await FindProjectAsync(caller, issue, learn, ct);
        if (!project.Succeeded)
        {
            return Problems.From(project.Error);
        }

        var key = issueKey is not null && IssuePanelEndpoint.IsIssueKey(issueKey) ? issueKey : null;
        return new RazorComponentResult<IssuePanelView>(new
        {
            Panel = await panels.ReadAsync(caller.Tenant, issue, project.Value, ct),
            Subject = key ?? "This issue",
            KeyResultsUrl = key is null ? caller.DisplayUrl.AbsoluteUri : links.KeyResultsOf(caller.DisplayUrl, IssuePanelEndpoint.ProjectOf(key)),
        });
    }

    private static async Task<Results<Ok<IssuePermissionsResponse>, ProblemHttpResult>> GetPermissionsAsync(
        long issueId, Caller caller, IJiraPermissions permissions, CancellationToken ct)
    {
        var allowed = await permissions.AllowsAsync(caller.Tenant, caller.Person(), JiraPermission.EditIssue, new IssueId(issueId), ct);
        return allowed.Succeeded ? TypedResults.Ok(new IssuePermissionsResponse(allowed.Value)) : Problems.From(allowed.Error);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LearnAsync(
        long issueId, Caller caller, BrowseAccess access, LearnIssue learn, CancellationToken ct)
    {
        if (await access.CheckAsync(caller, new IssueId(issueId), ct) is { } refusal)
        {
            return Problems.From(refusal);
        }

        var learned = await learn.EnsureAsync(caller.Tenant, new IssueId(issueId), ct);
        return learned.Succeeded ? TypedResults.NoContent() : Problems.From(learned.Error);
    }

    private static async Task<Results<Ok<AnswerResponse>, ProblemHttpResult>> SetAsync(
        long issueId, AnswerBody body, Caller caller, AnswerIssue answerIssue, CancellationToken ct)
    {
        var answer = body.ToAnswer();
        return answer.Succeeded
            ? await StoreAsync(caller, issueId, answer.Value, answerIssue, ct)
            : Problems.From(await answerIssue.CheckAsync(caller.Tenant, caller.Person(), new IssueId(issueId), ct) ?? answer.Error);
    }

    private static Task<Results<Ok<AnswerResponse>, ProblemHttpResult>> ClearAsync(
        long issueId, Caller caller, AnswerIssue answerIssue, CancellationToken ct) =>
        StoreAsync(caller, issueId, Answer.Unanswered.Instance, answerIssue, ct);

    private static async Task<Results<Ok<AnswerResponse>, ProblemHttpResult>> StoreAsync(
        Caller caller, long issueId, Answer answer, AnswerIssue answerIssue, CancellationToken ct)
    {
        var stored = await answerIssue.SetAsync(caller.Tenant, caller.Person(), new IssueId(issueId), answer, ct);
        return stored.Succeeded ? TypedResults.Ok(AnswerResponse.Of(stored.Value)) : Problems.From(stored.Error);
    }

    /// <summary>The project comes from the token or from Jira, never from the request: it decides which team's key results are listed.</summary>
    private static async Task<Outcome<ProjectId>> FindProjectAsync(Caller caller, IssueId issue, LearnIssue learn, CancellationToken ct)
    {
        if (caller.ShownIssue == issue && caller.ShownProject is { } shown)
        {
            return shown;
        }

        var snapshot = await learn.EnsureAsync(caller.Tenant, issue, ct);
        return snapshot.Succeeded ? snapshot.Value.Project : snapshot.Error;
    }
}
