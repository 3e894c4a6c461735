using System.Text;

namespace Addon.Sandbox.Jql;

/// <summary>Cuts a query into words, quoted strings and signs.</summary>
internal static class JqlTokenizer
{
    private static readonly string[] Signs = ["!=", "!~", ">=", "<=", "=", "~", ">", "<", "(", ")", ","];

    public static List<JqlToken> Read(string text)
    {
        List<JqlToken> tokens = [];
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] is '"' or '\'')
            {
                tokens.Add(ReadQuoted(text, ref at));
            }
            else if (Signs.FirstOrDefault(s => text.AsSpan(at).StartsWith(s, StringComparison.Ordinal)) is { } sign)
            {
                tokens.Add(new JqlToken(sign, IsQuoted: false));
                at += sign.Length;
            }
            else
            {
                tokens.Add(ReadWord(text, ref at));
            }
        }

        return tokens;
    }

    private static JqlToken ReadQuoted(string text, ref int at)
    {
        var quote = text[at++];
        var value = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            value.Append(text[at++]);
        }

        if (at++ >= text.Length)
        {
            throw new JqlException("Error in the JQL Query: The quoted string has not been completed.");
        }

        return new JqlToken(value.ToString(), IsQuoted: true);
    }

    private static JqlToken ReadWord(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '\'' or '(' or ')' or ',' or '=' or '!' or '<' or '>' or '~'))
        {
            at++;
        }

        if (at == start)
        {
            throw new JqlException($"Error in the JQL Query: The character '{text[at]}' is a reserved JQL character. You must enclose it in a string.");
        }

        return new JqlToken(text[start..at], IsQuoted: false);
    }
}
