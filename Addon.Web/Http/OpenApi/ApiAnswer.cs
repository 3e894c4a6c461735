namespace Addon.Web.Http.OpenApi;

/// <summary>Says what an endpoint answers that its types do not show, for example a page fragment or a file.</summary>
/// <param name="MediaTypes">The content types.</param>
internal sealed record ApiAnswer(params IReadOnlyList<string> MediaTypes);
