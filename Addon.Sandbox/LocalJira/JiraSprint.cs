namespace Addon.Sandbox.LocalJira;

/// <summary>A sprint of a project's board.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="BoardId">The board that it was made on.</param>
/// <param name="ProjectId">The board's project.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State"><c>closed</c>, <c>active</c> or <c>future</c>.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
public sealed record JiraSprint(long Id, long BoardId, long ProjectId, string Name, string State, DateTimeOffset Start, DateTimeOffset End);
