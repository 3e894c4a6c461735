using Addon.Core.Common;

namespace Addon.Core.Okrs;

/// <summary>Whose objectives these are.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Kind">Company or team.</param>
/// <param name="Name">What people call it, at most 120 characters.</param>
public sealed record Scope(ScopeId Id, ScopeKind Kind, string Name);
