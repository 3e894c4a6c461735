#pragma warning disable MA0048 // The line and its steps are read together.
using System.Globalization;
using System.Text;
using Addon.Core.KeyResults;
using Addon.Core.Scopes;

namespace Addon.Core.Objectives;

/// <summary>The way from a key result up to the company: the answer to "how does this connect to our goals?".</summary>
/// <param name="KeyResult">Where the line begins.</param>
/// <param name="Steps">The objectives above, the key result's own first, the company's last; never empty.</param>
public sealed record StraightLine(KeyResult KeyResult, IReadOnlyList<LineStep> Steps)
{
    /// <summary>Whether the line ends at the company.</summary>
    public bool ReachesCompany => Steps[^1].Scope == ScopeKind.Company;

    /// <summary>The whole line as one sentence that begins with <paramref name="subject"/>, for example an issue key.</summary>
    public string ToSentence(string subject)
    {
        var sentence = new StringBuilder($"{subject} moves {KeyResult.Key} {KeyResult.Title} ({KeyResultText.FromTo(KeyResult)})");
        foreach (var step in Steps)
        {
            if (step.Through is { } through)
            {
                sentence.Append(CultureInfo.InvariantCulture, $", through {KeyResult.KeyOf(through.Number)} {through.Title}");
            }

            sentence.Append(step.Scope == ScopeKind.Company ? ", for company objective " : ", for ")
                .Append(CultureInfo.InvariantCulture, $"{Objective.KeyOf(step.Number)} {step.Title}");
        }

        return sentence.Append('.').ToString();
    }
}

/// <summary>One objective on the line.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="Through">The key result of it that the step below serves, or null when it serves the objective as a whole.</param>
public sealed record LineStep(int Number, string Title, ScopeKind Scope, LineStepKeyResult? Through);

/// <summary>The key result between two objectives of a line.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
public sealed record LineStepKeyResult(int Number, string Title);
