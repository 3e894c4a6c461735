#pragma warning disable MA0048 // The three cases of one closed union, and what they are made of.
using Addon.Core.Common;
using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Core.Answers;

/// <summary>What everybody who sees an issue may see of the answer that counts for it.</summary>
/// <remarks>
/// Jira vouches for the issue that the page shows and for nothing else: not for the project of an ancestor, nor for the one that the issue has left. So what belongs to
/// others is not in here at all, and a page cannot show it by mistake (docs/adr/0010).
/// </remarks>
public abstract record ShownAnswer
{
    private ShownAnswer()
    {
    }

    /// <summary>It moves key results.</summary>
    /// <param name="Origin">Where that was said.</param>
    /// <param name="Lines">The way to the company from each key result of the company's or of the issue's own team, by number.</param>
    /// <param name="OfOtherTeams">How many more there are that belong to other teams.</param>
    public sealed record Linked(AnswerOrigin Origin, IReadOnlyList<StraightLine> Lines, int OfOtherTeams) : ShownAnswer;

    /// <summary>It rightly moves none.</summary>
    /// <param name="Origin">Where that was said.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Note">What was noted on the issue itself; never the note of an ancestor, which may be hidden from the person.</param>
    public sealed record NotKrWork(AnswerOrigin Origin, NotKrWorkReason Reason, string? Note) : ShownAnswer;

    /// <summary>Nobody has said.</summary>
    public sealed record Unanswered : ShownAnswer
    {
        /// <summary>The only one.</summary>
        public static readonly Unanswered Instance = new();
    }

    /// <summary>Leaves out of an answer what belongs to others.</summary>
    /// <param name="answer">What counts for the issue.</param>
    /// <param name="project">The project that the issue is in now.</param>
    /// <param name="team">The scope of that project's team, if there is one.</param>
    /// <param name="lines">The lines of the key results that <paramref name="answer"/> names; others are ignored.</param>
    public static ShownAnswer Of(EffectiveAnswer answer, ProjectId project, ScopeId? team, IEnumerable<OwnedLine> lines)
    {
        var origin = AnswerOrigin.Of(answer.InheritedFrom, project);
        switch (answer.Answer)
        {
            case Answer.Linked linked:
                var shown = lines
                    .Where(l => linked.KeyResults.Contains(l.Line.KeyResult.Id) && (l.OwnerKind is ScopeKind.Company || l.Owner == team))
                    .Select(l => l.Line)
                    .OrderBy(l => l.KeyResult.Number)
                    .ToList();
                return new Linked(origin, shown, linked.KeyResults.Count - shown.Count);
            case Answer.NotKrWork not:
                return new NotKrWork(origin, not.Reason, origin is AnswerOrigin.Here ? not.Note : null);
            default:
                return Unanswered.Instance;
        }
    }
}

/// <summary>A straight line and whose key result it begins with.</summary>
/// <param name="Line">The line.</param>
/// <param name="Owner">The scope of the key result.</param>
/// <param name="OwnerKind">The scope's kind.</param>
public sealed record OwnedLine(StraightLine Line, ScopeId Owner, ScopeKind OwnerKind);
