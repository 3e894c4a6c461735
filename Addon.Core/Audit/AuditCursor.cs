namespace Addon.Core.Audit;

/// <summary>Where a part of the audit ended: the next part begins with what is older.</summary>
/// <param name="At">The time of the last entry.</param>
/// <param name="Id">Its id.</param>
public readonly record struct AuditCursor(DateTimeOffset At, Guid Id);
