using Addon.Core.Common;

namespace Addon.Core.Audit;

/// <summary>Which entries of the audit somebody wants to see; what is null does not narrow.</summary>
public sealed record AuditFilter
{
    /// <summary>Longest action or entity.</summary>
    public const int MaxWord = 100;

    /// <summary>Everything.</summary>
    public static AuditFilter All { get; } = new();

    /// <summary>Who did it.</summary>
    public AccountId? Actor { get; init; }

    /// <summary>How the action begins: <c>cycle.</c> for everything that was done with cycles.</summary>
    public string? Action { get; init; }

    /// <summary>To what kind of thing.</summary>
    public string? EntityType { get; init; }

    /// <summary>To which one; needs <see cref="EntityType"/>.</summary>
    public string? EntityId { get; init; }

    /// <summary>Not before this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Everything that is wrong with the filter.</summary>
    public IReadOnlyList<FieldError> Validate()
    {
        List<FieldError> errors = [];
        if (Actor is { IsWellFormed: false })
        {
            errors.Add(new("actor", "audit.actor_invalid", "Say the account id of a person."));
        }

        foreach (var (field, word) in (IEnumerable<(string Field, string? Word)>)[("action", Action), ("entityType", EntityType), ("entityId", EntityId)])
        {
            if (word is { Length: 0 or > MaxWord })
            {
                errors.Add(new(field, $"audit.{(field == "action" ? "action" : "entity")}_invalid", $"Use 1 to {MaxWord} characters."));
            }
        }

        if (EntityId is not null && EntityType is null)
        {
            errors.Add(new("entityType", "audit.entity_type_missing", "Say what kind of thing it is, beside its id."));
        }

        if (From >= Until)
        {
            errors.Add(new("until", "audit.until_not_after_from", "Choose an end after the beginning."));
        }

        return errors;
    }
}
