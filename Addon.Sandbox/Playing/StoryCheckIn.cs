namespace Addon.Sandbox.Playing;

/// <summary>One check-in of the story.</summary>
/// <param name="Week">In which week of the cycle, 0 the first.</param>
/// <param name="Value">The value on that day.</param>
/// <param name="Confidence">0 to 10.</param>
/// <param name="Note">In their words, or null.</param>
internal sealed record StoryCheckIn(int Week, decimal Value, int Confidence, string? Note = null);
