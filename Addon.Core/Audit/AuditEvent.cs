namespace Addon.Core.Audit;

/// <summary>An entry of the audit as it is read.</summary>
/// <param name="Id">Our id.</param>
/// <param name="At">When it was written.</param>
/// <param name="Entry">What was written.</param>
public sealed record AuditEvent(Guid Id, DateTimeOffset At, AuditEntry Entry);
