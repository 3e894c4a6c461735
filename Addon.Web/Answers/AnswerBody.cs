using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Web.Http;

namespace Addon.Web.Answers;

/// <summary>An answer as the API takes it.</summary>
internal sealed record AnswerBody(string? Answer, IReadOnlyList<Guid>? KeyResultIds, string? Reason, string? Note)
{
    /// <summary>The answer that is meant, or what cannot be understood. What it says is the domain's to judge.</summary>
    public Outcome<Answer> ToAnswer() => Answer switch
    {
        AnswerResponse.Linked => new Answer.Linked([.. (KeyResultIds ?? []).Select(id => new KeyResultId(id))]),
        AnswerResponse.NotKrWork when WireEnum.Parse<NotKrWorkReason>(Reason) is { } reason => new Answer.NotKrWork(reason, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim()),
        AnswerResponse.NotKrWork => DomainError.Invalid(new FieldError("reason", "answer.reason_unknown", "Choose one of the reasons.")),
        _ => DomainError.Invalid(new FieldError("answer", "answer.kind_unknown", "An answer is \"linked\" or \"notKrWork\".")),
    };
}
