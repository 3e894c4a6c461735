using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Jira;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;
using Addon.Core.Work;

namespace Addon.Core.Answers;

/// <summary>Sets, changes and clears the answer of an issue on behalf of a person who may edit it.</summary>
public sealed class AnswerIssue(
    IAnswerStore answers,
    IKeyResultStore keyResults,
    IScopeStore scopes,
    IJiraPermissions permissions,
    LearnIssue learn,
    IAuditTrail audit,
    IUnitOfWork work)
{
    /// <summary>The person may not edit the issue, or cannot see it.</summary>
    public static readonly DomainError NotAllowed =
        new(ErrorKind.Forbidden, "answer.edit_not_allowed", "You need permission to edit this issue to answer for it.");

    private static readonly DomainError KeyResultMissing = DomainError.Invalid(
        new FieldError("keyResultIds", "answer.key_result_not_found", "That key result does not exist for this issue's team."));

    private static readonly DomainError KeyResultNotActive = DomainError.Invalid(
        new FieldError("keyResultIds", "answer.key_result_not_active", "Only an active key result can be chosen."));

    /// <summary>Replaces the issue's own answer; <see cref="Answer.Unanswered"/> clears it, so that an ancestor's answer counts again.</summary>
    /// <returns>The answer that is stored now; the same answer again changes and audits nothing.</returns>
    public async Task<Outcome<Answer>> SetAsync(TenantId tenant, AccountId actor, IssueId issue, Answer answer, CancellationToken ct)
    {
        if (await CheckAsync(tenant, actor, issue, ct) is { } refusal)
        {
            return refusal;
        }

        if (answer.Validate() is { Count: > 0 } errors)
        {
            return DomainError.Invalid(errors);
        }

        // Read from Jira before the transaction: no lock is held while another machine thinks.
        var snapshot = await learn.EnsureAsync(tenant, issue, ct);
        if (!snapshot.Succeeded)
        {
            return snapshot.Error;
        }

        return await work.RunAsync(ct => StoreAsync(tenant, actor, snapshot.Value, answer, ct), ct);
    }

    /// <summary>Null when the person may answer for the issue; else why not.</summary>
    public async Task<DomainError?> CheckAsync(TenantId tenant, AccountId actor, IssueId issue, CancellationToken ct)
    {
        var allowed = await permissions.AllowsAsync(tenant, actor, JiraPermission.EditIssue, issue, ct);
        return !allowed.Succeeded ? allowed.Error : allowed.Value ? null : NotAllowed;
    }

    private async Task<Outcome<Answer>> StoreAsync(TenantId tenant, AccountId actor, IssueSnapshot issue, Answer answer, CancellationToken ct)
    {
        if (answer is Answer.Linked linked && await CheckAsync(tenant, issue, linked, ct) is { } refusal)
        {
            return refusal;
        }

        var before = await answers.FindAsync(tenant, issue.Issue, ct);
        if (Facts(before).SequenceEqual(Facts(answer)))
        {
            return answer;
        }

        await answers.SaveAsync(tenant, issue.Issue, answer, actor, ct);
        var action = answer is Answer.Unanswered ? "answer.cleared" : "answer.set";
        await audit.AppendAsync(tenant, AuditEntry.ByPerson(actor, action, "issue", issue.Issue.ToString(), Facts(before), Facts(answer)), ct);
        return answer;
    }

    /// <summary>Key results of other teams are refused as unknown: a title must not leak to a person who may not see that team's project.</summary>
    private async Task<DomainError?> CheckAsync(TenantId tenant, IssueSnapshot issue, Answer.Linked linked, CancellationToken ct)
    {
        var team = await scopes.FindOfProjectAsync(tenant, issue.Project, ct);
        var known = await keyResults.ListAsync(tenant, linked.KeyResults, ct);
        if (known.Count(k => k.Kind == ScopeKind.Company || k.Scope == team?.Id) != linked.KeyResults.Count)
        {
            return KeyResultMissing;
        }

        return known.All(k => KeyResultLifecycle.TakesWork(k.KeyResult.State)) ? null : KeyResultNotActive;
    }

    private static SortedDictionary<string, string?> Facts(Answer answer) => answer switch
    {
        Answer.Linked linked => new(StringComparer.Ordinal)
        {
            ["answer"] = "linked",
            ["keyResults"] = string.Join(' ', linked.KeyResults.Select(k => k.Value.ToString("D")).Order(StringComparer.Ordinal)),
        },
        Answer.NotKrWork not => new(StringComparer.Ordinal) { ["answer"] = "notKrWork", ["reason"] = not.Reason.ToString(), ["note"] = not.Note },
        _ => new(StringComparer.Ordinal),
    };
}
