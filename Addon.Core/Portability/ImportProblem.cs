namespace Addon.Core.Portability;

/// <summary>One thing in a file that cannot be imported.</summary>
/// <param name="Row">Where: the line of a table; in a document the key or the title of what it is about.</param>
/// <param name="Column">The column, as the file's format calls it; empty for the whole row.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record ImportProblem(string Row, string Column, string Code, string Message);
