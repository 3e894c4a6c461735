namespace Addon.Sandbox.Jql;

/// <summary>One piece of a query.</summary>
internal sealed record JqlToken(string Text, bool IsQuoted)
{
    /// <summary>Whether this is the keyword or sign; a quoted word never is one.</summary>
    public bool Is(string keyword) => !IsQuoted && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);
}
