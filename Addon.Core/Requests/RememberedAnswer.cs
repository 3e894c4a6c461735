namespace Addon.Core.Requests;

/// <summary>How a request was answered.</summary>
/// <param name="Status">The protocol's status.</param>
/// <param name="Location">Where what was made can be read, or null.</param>
/// <param name="EntityTag">Its version's tag, or null.</param>
/// <param name="ContentType">What the body is, or null without one.</param>
/// <param name="Body">The body, or null when there was none or it was too large to keep.</param>
/// <param name="BodyLeftOut">Whether there was one that was too large to keep.</param>
public sealed record RememberedAnswer(int Status, string? Location, string? EntityTag, string? ContentType, string? Body, bool BodyLeftOut);
