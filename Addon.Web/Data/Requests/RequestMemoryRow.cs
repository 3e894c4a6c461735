using Addon.Core.Requests;

namespace Addon.Web.Data.Requests;

/// <summary>A remembered request as it is read.</summary>
internal sealed class RequestMemoryRow
{
    public string Fingerprint { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public int? Status { get; set; }

    public string? Location { get; set; }

    public string? EntityTag { get; set; }

    public string? ContentType { get; set; }

    public string? Body { get; set; }

    public int BodyLeftOut { get; set; }

    public RememberedRequest ToRequest() => new(
        Fingerprint,
        CreatedAt,
        Status is { } status ? new RememberedAnswer(status, Location, EntityTag, ContentType, Body, BodyLeftOut == 1) : null);
}
