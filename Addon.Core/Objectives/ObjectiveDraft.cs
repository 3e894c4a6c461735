using Addon.Core.Common;

namespace Addon.Core.Objectives;

/// <summary>What a person wrote about an objective.</summary>
public sealed record ObjectiveDraft
{
    /// <summary>Longest title.</summary>
    public const int MaxTitle = 250;

    /// <summary>Longest answer to why it matters.</summary>
    public const int MaxWhy = 1000;

    /// <summary>Longest contribution sentence.</summary>
    public const int MaxContribution = 500;

    /// <summary>Longest reason to stand alone.</summary>
    public const int MaxStandaloneReason = 500;

    /// <summary>What is wanted.</summary>
    public required string? Title { get; init; }

    /// <summary>Why it matters now.</summary>
    public string? Why { get; init; }

    /// <summary>The one person who answers for it.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>The objective that is served, or null; excludes <see cref="ParentKeyResult"/>.</summary>
    public ObjectiveId? ParentObjective { get; init; }

    /// <summary>The key result that is served, or null; excludes <see cref="ParentObjective"/>.</summary>
    public KeyResultId? ParentKeyResult { get; init; }

    /// <summary>How it contributes.</summary>
    public string? Contribution { get; init; }

    /// <summary>Why it serves nothing above; excludes both parents.</summary>
    public string? StandaloneReason { get; init; }

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

        if ((ParentObjective is not null || ParentKeyResult is not null) && PlainText.IsVisible(StandaloneReason))
        {
            errors.Add(new("standaloneReason", "objective.parent_and_reason", "It serves something or it stands alone: keep the parent or the reason, not both."));
        }

        if (Owner is { IsWellFormed: false })
        {
            errors.Add(new("owner", "objective.owner_invalid", "That is not an Atlassian account id."));
        }

        CheckLine(errors, "contribution", Contribution, MaxContribution, "the contribution");
        CheckLine(errors, "standaloneReason", StandaloneReason, MaxStandaloneReason, "the reason");
        if (Why?.Trim().Length > MaxWhy)
        {
            errors.Add(new("why", "objective.why_too_long", $"Keep the why within {MaxWhy} characters."));
        }
        else if (Why is not null && !PlainText.IsLines(Why))
        {
            errors.Add(new("why", "objective.why_invalid", PlainText.Hint));
        }

        return errors;
    }

    /// <summary>What <paramref name="objective"/> says once this is written; what it serves is found by the caller.</summary>
    internal Objective WriteTo(Objective objective, ObjectiveParent? parent) => objective with
    {
        Title = Title!.Trim(),
        Why = Text(Why),
        Owner = Owner,
        Parent = parent,
        Contribution = Text(Contribution),
        StandaloneReason = Text(StandaloneReason),
    };

    private static void CheckLine(List<FieldError> errors, string field, string? text, int most, string what)
    {
        var code = field == "contribution" ? "contribution" : "standalone_reason";
        if (text?.Trim().Length > most)
        {
            errors.Add(new(field, $"objective.{code}_too_long", $"Keep {what} within {most} characters."));
        }
        else if (text is not null && !PlainText.IsLine(text))
        {
            errors.Add(new(field, $"objective.{code}_invalid", PlainText.Hint));
        }
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
