namespace Addon.Web.Http.OpenApi;

/// <summary>Says what an endpoint reads from the request by itself, instead of by a parameter.</summary>
/// <param name="MediaTypes">The content types.</param>
internal sealed record ApiBody(params IReadOnlyList<string> MediaTypes);
