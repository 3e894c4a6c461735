namespace Addon.Web.CompanyPage;

/// <summary>How well the objectives below the company are connected, as the API gives it.</summary>
/// <param name="Said">How many active ones serve another or say why not.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Share">The share, or null when there is none.</param>
/// <param name="Level">The share in a word, or null when there is none.</param>
internal sealed record AlignmentResponse(int Said, int Total, decimal? Share, string? Level);
