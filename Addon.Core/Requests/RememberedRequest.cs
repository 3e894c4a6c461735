namespace Addon.Core.Requests;

/// <summary>What is known of a key.</summary>
/// <param name="Fingerprint">What was asked with it.</param>
/// <param name="At">When its effect was stored.</param>
/// <param name="Answer">How it was answered; null while that is not known.</param>
public sealed record RememberedRequest(string Fingerprint, DateTimeOffset At, RememberedAnswer? Answer);
