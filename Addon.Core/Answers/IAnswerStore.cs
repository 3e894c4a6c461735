using Addon.Core.Common;

namespace Addon.Core.Answers;

/// <summary>Where answers are kept.</summary>
public interface IAnswerStore
{
    /// <summary>The issue's own answer.</summary>
    Task<Answer> FindAsync(TenantId tenant, IssueId issue, CancellationToken ct);

    /// <summary>Replaces the issue's own answer as a whole; <see cref="Answer.Unanswered"/> clears it.</summary>
    Task SaveAsync(TenantId tenant, IssueId issue, Answer answer, AccountId actor, CancellationToken ct);
}
