using Addon.Core.Company;
using Addon.Web.Http;

namespace Addon.Web.CompanyPage;

/// <summary>A key result of the tree as the API gives it, with all that serves it.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Key">The key that people see.</param>
/// <param name="Title">What is measured.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Health">The one word.</param>
/// <param name="Progress">The raw share of the way, or null.</param>
/// <param name="Adherence">Of a guardrail the share of periods kept, or null.</param>
/// <param name="Expected">The share that should be reached by now.</param>
/// <param name="Explanation">The rule and the numbers behind the health.</param>
/// <param name="ServedBy">What serves it.</param>
/// <param name="HiddenServing">How many more, of teams that cannot be seen.</param>
internal sealed record CompanyKeyResultResponse(
    Guid Id,
    string Key,
    string Title,
    string? Owner,
    string State,
    string Health,
    decimal? Progress,
    decimal? Adherence,
    decimal Expected,
    string Explanation,
    IReadOnlyList<CompanyObjectiveResponse> ServedBy,
    int HiddenServing)
{
    /// <summary>The key result in the API's words.</summary>
    public static CompanyKeyResultResponse Of(CompanyKeyResult item) => new(
        item.KeyResult.Id.Value,
        item.KeyResult.Key,
        item.KeyResult.Title,
        item.KeyResult.Owner?.Value,
        WireEnum.Of(item.KeyResult.State),
        WireEnum.Of(item.Numbers.Health),
        item.Numbers.Progress?.Raw,
        item.Numbers.Adherence,
        item.Numbers.Expected,
        item.Numbers.Explanation,
        [.. item.Served.By.Select(o => CompanyObjectiveResponse.Of(o))],
        item.Served.Hidden);
}
