namespace Addon.Sandbox.Connect;

/// <summary>One try to deliver a webhook.</summary>
/// <param name="At">When.</param>
/// <param name="Status">The answer's status, or null when there was none.</param>
/// <param name="Problem">Why there was no answer, or null.</param>
public sealed record WebhookAttempt(DateTimeOffset At, int? Status, string? Problem);
