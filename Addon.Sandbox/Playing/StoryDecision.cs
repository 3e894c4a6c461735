namespace Addon.Sandbox.Playing;

/// <summary>One decision of the story about a key result.</summary>
/// <param name="Week">In which week of the cycle.</param>
/// <param name="To">The state that it goes to, or null for a retargeting.</param>
/// <param name="Reason">Why.</param>
/// <param name="Redirect">Where the energy of a killed one goes.</param>
/// <param name="Target">The new target of a retargeting.</param>
internal sealed record StoryDecision(int Week, string? To, string Reason, string? Redirect = null, decimal? Target = null);
