namespace Addon.Sandbox.Connect;

/// <summary>A webhook that the descriptor asks for.</summary>
/// <param name="Event">The event.</param>
/// <param name="Url">Where to send it, relative to the base URL.</param>
/// <param name="Filter">JQL that the issue has to match, or null.</param>
/// <param name="ExcludeBody">Whether to leave the body out.</param>
public sealed record AppWebhook(string Event, string Url, string? Filter, bool ExcludeBody);
