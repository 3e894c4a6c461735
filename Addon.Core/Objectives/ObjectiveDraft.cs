using Addon.Core.Common;

namespace Addon.Core.Objectives;

/// <summary>What a person wrote about an objective.</summary>
public sealed record ObjectiveDraft
{
    /// <summary>Longest title.</summary>
    public const int MaxTitle = 250;

    /// <summary>Longest contribution sentence.</summary>
    public const int MaxContribution = 500;

    /// <summary>What is wanted.</summary>
    public required string? Title { get; init; }

    /// <summary>The objective that is served, or null; excludes <see cref="ParentKeyResult"/>.</summary>
    public ObjectiveId? ParentObjective { get; init; }

    /// <summary>The key result that is served, or null; excludes <see cref="ParentObjective"/>.</summary>
    public KeyResultId? ParentKeyResult { get; init; }

    /// <summary>How it contributes.</summary>
    public string? Contribution { get; init; }

    /// <summary>Everything that is wrong with the fields by themselves.</summary>
    public IReadOnlyList<FieldError> Validate()
    {
        List<FieldError> errors = [];
        if (!PlainText.IsVisible(Title))
        {
            errors.Add(new("title", "objective.title_missing", "Say where you want to be, in one sentence."));
        }
        else if (Title!.Trim().Length > MaxTitle)
        {
            errors.Add(new("title", "objective.title_too_long", $"Keep the title within {MaxTitle} characters."));
        }
        else if (!PlainText.IsLine(Title))
        {
            errors.Add(new("title", "objective.title_invalid", PlainText.Hint));
        }

        if (ParentObjective is not null && ParentKeyResult is not null)
        {
            errors.Add(new("parentKeyResultId", "objective.two_parents", "Choose one parent: an objective or a key result."));
        }

        if (Contribution?.Trim().Length > MaxContribution)
        {
            errors.Add(new("contribution", "objective.contribution_too_long", $"Keep the contribution within {MaxContribution} characters."));
        }
        else if (Contribution is not null && !PlainText.IsLine(Contribution))
        {
            errors.Add(new("contribution", "objective.contribution_invalid", PlainText.Hint));
        }

        return errors;
    }
}
