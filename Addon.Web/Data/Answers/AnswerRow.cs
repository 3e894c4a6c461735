using Addon.Core.Answers;
using Addon.Core.Common;

namespace Addon.Web.Data.Answers;

/// <summary>An answer as it is read; its links come apart.</summary>
internal class AnswerRow
{
    public const int Unanswered = 0;
    public const int Linked = 1;
    public const int NotKrWork = 2;

    /// <summary>Null where a join found none.</summary>
    public int? Answer { get; set; }

    public int? Reason { get; set; }

    public string? Note { get; set; }

    public Answer ToAnswer(IReadOnlyList<KeyResultId> links) => Answer switch
    {
        Linked when links.Count > 0 => new Answer.Linked(links),
        NotKrWork when Reason is { } reason => new Answer.NotKrWork((NotKrWorkReason)reason, Note),
        _ => Core.Answers.Answer.Unanswered.Instance,
    };
}
