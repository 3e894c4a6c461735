namespace Addon.Web.Cycles;

/// <summary>What shall happen to a cycle.</summary>
/// <param name="To"><c>active</c>, <c>closing</c>, <c>closed</c> or <c>reopen</c>.</param>
internal sealed record TransitionBody(string? To);
