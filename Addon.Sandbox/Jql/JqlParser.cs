using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Jql;

/// <summary>The part of JQL that an add-on like ours needs: AND, OR, NOT, comparisons, IN, IS EMPTY, ORDER BY.</summary>
internal sealed class JqlParser
{
    private static readonly string[] Comparisons = ["=", "!=", ">=", "<=", ">", "<", "~", "!~"];

    private readonly List<JqlToken> _tokens;
    private readonly JqlFields _fields;
    private int _at;

    private JqlParser(List<JqlToken> tokens, JqlFields fields)
    {
        _tokens = tokens;
        _fields = fields;
    }

    /// <summary>Parses a query as of <paramref name="now"/>.</summary>
    /// <exception cref="JqlException">The query is not understood.</exception>
    public static JqlQuery Parse(string jql, LocalSite site, DateTimeOffset now)
    {
        var parser = new JqlParser(JqlTokenizer.Read(jql), new JqlFields(site, now));
        var matches = parser._at < parser._tokens.Count && !parser.Sees("ORDER") ? parser.Either() : null;
        var order = parser.Order();
        if (parser._at < parser._tokens.Count)
        {
            throw parser.Unexpected();
        }

        return new JqlQuery(matches, order);
    }

    private Func<JiraIssue, bool> Either()
    {
        var left = Both();
        while (Take("OR"))
        {
            var (first, second) = (left, Both());
            left = issue => first(issue) || second(issue);
        }

        return left;
    }

    private Func<JiraIssue, bool> Both()
    {
        var left = Single();
        while (Take("AND"))
        {
            var (first, second) = (left, Single());
            left = issue => first(issue) && second(issue);
        }

        return left;
    }

    private Func<JiraIssue, bool> Single()
    {
        if (Take("NOT"))
        {
            var inner = Single();
            return issue => !inner(issue);
        }

        if (Take("("))
        {
            var inner = Either();
            Expect(")");
            return inner;
        }

        return Clause();
    }

    private Func<JiraIssue, bool> Clause()
    {
        var field = Next().Text;
        if (Take("IS"))
        {
            var wanted = !Take("NOT");
            if (!Take("EMPTY"))
            {
                Expect("NULL");
            }

            var isEmpty = JqlFields.IsEmpty(field);
            return issue => isEmpty(issue) == wanted;
        }

        var negated = Take("NOT");
        if (Take("IN"))
        {
            if (!Sees("("))
            {
                // A function stands for a whole list: sprint in openSprints().
                var listed = _fields.Compare(field, "=", Value());
                return issue => listed(issue) != negated;
            }

            Expect("(");
            List<Func<JiraIssue, bool>> tests = [];
            do
            {
                tests.Add(_fields.Compare(field, "=", Value()));
            }
            while (Take(","));
            Expect(")");
            return issue => tests.Exists(test => test(issue)) != negated;
        }

        var sign = Next();
        if (negated || !Comparisons.Contains(sign.Text, StringComparer.Ordinal))
        {
            throw new JqlException($"Error in the JQL Query: Expecting operator but got '{sign.Text}'.");
        }

        return _fields.Compare(field, sign.Text, Value());
    }

    private string Value()
    {
        var value = Next();
        if (!value.IsQuoted && Take("("))
        {
            Expect(")");
            return value.Text + "()";
        }

        return value.Text;
    }

    private Comparison<JiraIssue> Order()
    {
        if (!Take("ORDER"))
        {
            return (a, b) => b.Id.CompareTo(a.Id);
        }

        Expect("BY");
        List<Comparison<JiraIssue>> parts = [];
        do
        {
            var key = JqlFields.SortKey(Next().Text);
            var sign = Take("DESC") ? -1 : 1;
            _ = sign == 1 && Take("ASC");
            parts.Add((a, b) => sign * key(a).CompareTo(key(b)));
        }
        while (Take(","));

        // Ties are broken by id, so that pages neither repeat nor skip an issue.
        return (a, b) => parts.Select(part => part(a, b)).FirstOrDefault(result => result != 0, a.Id.CompareTo(b.Id));
    }

    private bool Sees(string keyword) => _at < _tokens.Count && _tokens[_at].Is(keyword);

    private bool Take(string keyword)
    {
        if (!Sees(keyword))
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string keyword)
    {
        if (!Take(keyword))
        {
            throw Unexpected();
        }
    }

    private JqlToken Next() => _at < _tokens.Count ? _tokens[_at++] : throw Unexpected();

    private JqlException Unexpected() => new(_at < _tokens.Count
        ? $"Error in the JQL Query: '{_tokens[_at].Text}' was not expected here."
        : "Error in the JQL Query: The query ends too early.");
}
