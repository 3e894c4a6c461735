using System.Globalization;
using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Web.Audit;

/// <summary>Which part of the audit is asked for, from the query string.</summary>
internal sealed record AuditQuery
{
    /// <summary>Whose changes.</summary>
    public string? Actor { get; init; }

    /// <summary>How the action begins.</summary>
    public string? Action { get; init; }

    /// <summary>What kind of thing.</summary>
    public string? EntityType { get; init; }

    /// <summary>Which one.</summary>
    public string? EntityId { get; init; }

    /// <summary>Not before; an instant or a day.</summary>
    public string? From { get; init; }

    /// <summary>Before; an instant or a day.</summary>
    public string? Until { get; init; }

    /// <summary>Where the part before ended.</summary>
    public string? After { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>The filter, or what cannot be read of it.</summary>
    public Outcome<AuditFilter> ToFilter()
    {
        List<FieldError> errors = [];
        var filter = new AuditFilter
        {
            Actor = Text(Actor) is { } actor ? new AccountId(actor) : null,
            Action = Text(Action),
            EntityType = Text(EntityType),
            EntityId = Text(EntityId),
            From = Instant("from", From, errors),
            Until = Instant("until", Until, errors),
        };
        return errors.Count > 0 ? DomainError.Invalid(errors) : filter;
    }

    /// <summary>The cursor as it is sent: the time in ticks and the id.</summary>
    public static string Write(AuditEvent last) => string.Create(CultureInfo.InvariantCulture, $"{last.At.UtcTicks}.{last.Id:N}");

    /// <summary>Reads a cursor; null when there is none, or none of ours.</summary>
    public static AuditCursor? Read(string? text) =>
        text?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "N", out var guid)
            ? new AuditCursor(new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? Instant(string field, string? text, List<FieldError> errors)
    {
        if (Text(text) is not { } known)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(known, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }

        errors.Add(new FieldError(field, $"audit.{field}_invalid", "Write a day as 2026-11-21, or an instant as 2026-11-21T09:30:00Z."));
        return null;
    }
}
