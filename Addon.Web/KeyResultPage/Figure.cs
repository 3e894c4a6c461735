namespace Addon.Web.KeyResultPage;

/// <summary>One number with its name and, one key away, the rule behind it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number as people read it.</param>
/// <param name="Why">The rule and what went into it.</param>
internal sealed record Figure(string Name, string Value, string Why);
