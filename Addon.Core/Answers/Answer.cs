#pragma warning disable MA0048 // The three cases of one closed union.
using Addon.Core.Common;

namespace Addon.Core.Answers;

/// <summary>The answer to "Which KR does this move?": linked, not KR work, or none yet. Nothing else exists.</summary>
public abstract record Answer
{
    /// <summary>At most this many key results per issue: more says nothing.</summary>
    public const int MostKeyResults = 3;

    /// <summary>Longest note.</summary>
    public const int MaxNote = 500;

    private Answer()
    {
    }

    /// <summary>It moves these key results.</summary>
    /// <param name="KeyResults">One to three, without repetition.</param>
    public sealed record Linked(IReadOnlyList<KeyResultId> KeyResults) : Answer;

    /// <summary>It rightly moves none.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Note">More about why, or null; required with <see cref="NotKrWorkReason.Other"/>.</param>
    public sealed record NotKrWork(NotKrWorkReason Reason, string? Note) : Answer;

    /// <summary>Nobody has said.</summary>
    public sealed record Unanswered : Answer
    {
        /// <summary>The only one.</summary>
        public static readonly Unanswered Instance = new();
    }

    /// <summary>Everything that is wrong with this answer by itself.</summary>
    public IReadOnlyList<FieldError> Validate() => this switch
    {
        Linked { KeyResults.Count: 0 } => [new("keyResultIds", "answer.key_results_missing", "Choose a key result, or say that this is not KR work.")],
        Linked { KeyResults.Count: > MostKeyResults } =>
            [new("keyResultIds", "answer.too_many_key_results", $"An issue moves {MostKeyResults} key results at most.")],
        Linked linked when linked.KeyResults.Distinct().Count() != linked.KeyResults.Count =>
            [new("keyResultIds", "answer.key_result_twice", "A key result is named twice.")],
        NotKrWork { Reason: NotKrWorkReason.Other } other when (other.Note?.Trim().Length ?? 0) < 10 =>
            [new("note", "answer.note_missing", "Say in at least ten characters what it is.")],
        NotKrWork { Note: { } note } when !PlainText.IsLines(note) => [new("note", "answer.note_invalid", PlainText.Hint)],
        NotKrWork { Note.Length: > MaxNote } => [new("note", "answer.note_too_long", $"Keep the note within {MaxNote} characters.")],
        _ => [],
    };
}
