using Addon.Core.KeyResults;

namespace Addon.Web.KeyResults;

/// <summary>A recorded value.</summary>
internal sealed record ValueResponse(Guid Id, decimal Value, DateTimeOffset MeasuredAt, string? Note)
{
    public static ValueResponse Of(KeyResultValue value) => new(value.Id, value.Value, value.MeasuredAt, value.Note);
}
