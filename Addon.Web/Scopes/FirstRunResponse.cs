namespace Addon.Web.Scopes;

/// <summary>What the first page of a project has made.</summary>
/// <param name="ScopeId">The team.</param>
/// <param name="CycleId">The cycle.</param>
/// <param name="CycleName">What it is called.</param>
/// <param name="ObjectiveId">The first objective, a draft.</param>
/// <param name="ObjectiveKey">Its key.</param>
internal sealed record FirstRunResponse(Guid ScopeId, Guid CycleId, string CycleName, Guid ObjectiveId, string ObjectiveKey);
