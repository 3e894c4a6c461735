namespace Addon.Web.Connect;

/// <summary>An endpoint's token kind, as metadata that can be asked for by type.</summary>
/// <param name="Kind">The kind.</param>
internal sealed record TokenKindMetadata(ConnectTokenKind Kind);
