using Addon.Core.KeyResults;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>A key result as the API gives it.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Key">The key that people see.</param>
/// <param name="Title">What is measured.</param>
/// <param name="From">Where the number begins.</param>
/// <param name="To">Where it shall be.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Per">The "per" of a rate.</param>
/// <param name="Direction">Which way is good.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Current">The newest value, or null before the first.</param>
/// <param name="CurrentAt">When that was measured.</param>
/// <param name="Progress">The raw share, null before the first value.</param>
/// <param name="Version">Sent back with an edit.</param>
internal sealed record KeyResultResponse(
    Guid Id,
    string Key,
    string Title,
    decimal? From,
    decimal? To,
    string? Unit,
    string Per,
    string Direction,
    string? Owner,
    string State,
    decimal? Current,
    DateTimeOffset? CurrentAt,
    decimal? Progress,
    int Version)
{
    /// <summary>The key result in the API's words.</summary>
    public static KeyResultResponse Of(KeyResult keyResult) => new(
        keyResult.Id.Value,
        keyResult.Key,
        keyResult.Title,
        keyResult.From,
        keyResult.To,
        keyResult.Unit,
        WireEnum.Of(keyResult.Per),
        WireEnum.Of(keyResult.Direction),
        keyResult.Owner?.Value,
        WireEnum.Of(keyResult.State),
        keyResult.Current,
        keyResult.CurrentAt,
        keyResult.Progress?.Raw,
        keyResult.Version);
}
