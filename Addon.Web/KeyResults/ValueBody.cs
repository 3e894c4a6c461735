namespace Addon.Web.KeyResults;

/// <summary>A value recorded by hand.</summary>
internal sealed record ValueBody(decimal? Value, string? Note);
