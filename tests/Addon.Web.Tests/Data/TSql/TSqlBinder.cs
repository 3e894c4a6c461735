using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Addon.Web.Tests.Data.TSql;

/// <summary>
/// Binds the tables and columns of statements to a schema, as a server would before it runs them: unknown tables, columns and aliases, ambiguous columns, inserts
/// that name a wrong column or leave a required one out, recursions that T-SQL refuses.
/// </summary>
internal sealed class TSqlBinder(TSqlSchema schema)
{
    private static readonly string[] OpenJsonColumns = ["key", "value", "type"];

    public List<string> Problems { get; } = [];

    /// <summary>Checks every statement of a text.</summary>
    public TSqlBinder Check(string sql)
    {
        foreach (var statement in TSqlText.Parse(sql))
        {
            Bind(statement);
        }

        return this;
    }

    /// <summary>Checks a statement that writes.</summary>
    public TSqlBinder Check(DataModificationStatement statement)
    {
        Bind(statement);
        return this;
    }

    /// <summary>Checks a view's text.</summary>
    /// <returns>The names of its columns.</returns>
    public IReadOnlyList<string> BindView(SelectStatement select) => BindQuery(select.QueryExpression, new Names(null));

    private void Bind(TSqlStatement statement)
    {
        switch (statement)
        {
            case SelectStatement select:
                BindQuery(select.QueryExpression, BindCtes(select.WithCtesAndXmlNamespaces));
                break;
            case InsertStatement insert:
                BindInsert(insert.InsertSpecification);
                break;
            case UpdateStatement update:
                BindUpdate(update.UpdateSpecification);
                break;
            case DeleteStatement { DeleteSpecification: { FromClause: null } delete }:
                var deleted = new Names(null);
                AddTable(delete.Target, deleted);
                BindIn(delete.WhereClause, deleted);
                break;
            case DeclareVariableStatement or ExecuteStatement or PredicateSetStatement:
                break;
            default:
                Problems.Add($"{statement.GetType().Name} is not known to this check; teach it");
                break;
        }
    }

    private void BindInsert(InsertSpecification insert)
    {
        if (TargetOf(insert.Target) is not { } table)
        {
            return;
        }

        var columns = insert.Columns.Select(LastName).ToList();
        Problems.AddRange(columns.Where(c => !table.Columns.Contains(c, StringComparer.Ordinal)).Select(c => $"insert names an unknown column {c}"));
        Problems.AddRange(table.Required.Except(columns, StringComparer.Ordinal).Select(c => $"insert leaves out the required column {c}"));
        var counts = insert.InsertSource switch
        {
            SelectInsertSource select => [BindQuery(select.Select, new Names(null)).Count],
            ValuesInsertSource values => values.RowValues.Select(r => r.ColumnValues.Count),
            _ => [],
        };
        Problems.AddRange(counts.Where(c => c != columns.Count).Select(c => $"insert has {columns.Count} columns and {c} values"));
        BindOutput(insert.OutputClause, table);
    }

    private void BindUpdate(UpdateSpecification update)
    {
        if (update.FromClause is not null)
        {
            Problems.Add("update with a FROM clause; use a subquery, which both engines read");
        }

        if (TargetOf(update.Target) is not { } table)
        {
            return;
        }

        var names = new Names(null);
        AddTable(update.Target, names);
        foreach (var set in update.SetClauses.Cast<AssignmentSetClause>())
        {
            if (!table.Columns.Contains(LastName(set.Column), StringComparer.Ordinal))
            {
                Problems.Add($"update sets an unknown column {LastName(set.Column)}");
            }

            BindIn(set.NewValue, names);
        }

        BindIn(update.WhereClause, names);
        BindOutput(update.OutputClause, table);
    }

    private void BindOutput(OutputClause? output, TSqlTable table)
    {
        if (output is not null)
        {
            var names = new Names(null);
            names.Sources["inserted"] = table.Columns;
            BindIn(output, names);
        }
    }

    private TSqlTable? TargetOf(TableReference target)
    {
        var name = ((NamedTableReference)target).SchemaObject.BaseIdentifier.Value;
        if (schema.Tables.TryGetValue(name, out var table) && !table.IsView)
        {
            return table;
        }

        Problems.Add($"unknown table {name}");
        return null;
    }

    private Names BindCtes(WithCtesAndXmlNamespaces? with)
    {
        var names = new Names(null);
        foreach (var cte in with?.CommonTableExpressions ?? [])
        {
            var name = cte.ExpressionName.Value;
            var declared = cte.Columns.Select(c => c.Value).ToList();
            var recursive = cte.QueryExpression as BinaryQueryExpression;
            if (recursive is not null && declared.Count > 0)
            {
                names.Ctes[name] = declared;
                CheckRecursion(name, recursive.SecondQueryExpression);
            }

            var columns = BindQuery(cte.QueryExpression, names);
            if (declared.Count > 0 && declared.Count != columns.Count)
            {
                Problems.Add($"{name} declares {declared.Count} columns and selects {columns.Count}");
            }

            names.Ctes[name] = declared.Count > 0 ? declared : columns;
        }

        return names;
    }

    /// <summary>What T-SQL refuses in the recursive part (errors 460 to 467).</summary>
    private void CheckRecursion(string name, QueryExpression part)
    {
        var search = new RecursionSearch(name);
        part.Accept(search);
        if (search.References > 1)
        {
            Problems.Add($"{name} refers to itself more than once");
        }

        if (search.References == 1 && search.Refused is { } refused)
        {
            Problems.Add($"{name} has {refused} in its recursive part");
        }
    }

    private IReadOnlyList<string> BindQuery(QueryExpression query, Names outer)
    {
        switch (query)
        {
            case QueryParenthesisExpression parenthesis:
                return BindQuery(parenthesis.QueryExpression, outer);
            case BinaryQueryExpression binary:
                var first = BindQuery(binary.FirstQueryExpression, outer);
                var second = BindQuery(binary.SecondQueryExpression, outer);
                if (first.Count != second.Count)
                {
                    Problems.Add($"a union of {first.Count} and {second.Count} columns");
                }

                return first;
            case QuerySpecification specification:
                return BindSpecification(specification, outer);
            default:
                Problems.Add($"{query.GetType().Name} is not known to this check; teach it");
                return [];
        }
    }

    private List<string> BindSpecification(QuerySpecification query, Names outer)
    {
        var names = new Names(outer);
        foreach (var table in query.FromClause?.TableReferences ?? [])
        {
            AddTable(table, names);
            BindIn(table, names);
        }

        List<string> columns = [];
        foreach (var element in query.SelectElements)
        {
            if (element is SelectStarExpression)
            {
                Problems.Add("SELECT *; name the columns");
            }

            BindIn(element, names);
            columns.Add(element is SelectScalarExpression scalar ? NameOf(scalar) : "");
        }

        BindIn(query.WhereClause, names);
        BindIn(query.GroupByClause, names);
        BindIn(query.HavingClause, names);
        BindIn(query.TopRowFilter, names);
        names.Selected = columns;
        BindIn(query.OrderByClause, names);
        return columns;
    }

    private void AddTable(TableReference reference, Names names)
    {
        switch (reference)
        {
            case NamedTableReference named:
                var name = named.SchemaObject.BaseIdentifier.Value;
                AddSource(names, named.Alias?.Value ?? name, ColumnsOf(name, names));
                break;
            case QueryDerivedTable derived:
                AddSource(names, derived.Alias.Value, BindQuery(derived.QueryExpression, names.Outer ?? new Names(null)));
                break;
            case OpenJsonTableReference json:
                AddSource(
                    names,
                    json.Alias.Value,
                    json.SchemaDeclarationItems.Count == 0 ? OpenJsonColumns : [.. json.SchemaDeclarationItems.Select(i => i.ColumnDefinition.ColumnIdentifier.Value)]);
                break;
            case JoinTableReference join:
                AddTable(join.FirstTableReference, names);
                AddTable(join.SecondTableReference, names);
                break;
            default:
                Problems.Add($"{reference.GetType().Name} is not known to this check; teach it");
                break;
        }
    }

    private void AddSource(Names names, string alias, IReadOnlyList<string> columns)
    {
        if (!names.Sources.TryAdd(alias, columns))
        {
            Problems.Add($"alias {alias} is used twice");
        }
    }

    private IReadOnlyList<string> ColumnsOf(string name, Names names)
    {
        for (var level = names; level is not null; level = level.Outer)
        {
            if (level.Ctes.TryGetValue(name, out var columns))
            {
                return columns;
            }
        }

        if (schema.Tables.TryGetValue(name, out var table))
        {
            return table.Columns;
        }

        Problems.Add($"unknown table {name}");
        return [];
    }

    private void BindIn(TSqlFragment? fragment, Names names) => fragment?.Accept(new ExpressionVisitor(this, names));

    private void BindColumn(ColumnReferenceExpression column, Names names)
    {
        if (column.ColumnType == ColumnType.Wildcard)
        {
            return;
        }

        var identifiers = column.MultiPartIdentifier.Identifiers;
        var name = identifiers[^1].Value;
        if (identifiers.Count == 1)
        {
            BindUnqualified(name, names);
            return;
        }

        var alias = identifiers[^2].Value;
        for (var level = names; level is not null; level = level.Outer)
        {
            if (level.Sources.TryGetValue(alias, out var columns))
            {
                if (!columns.Contains(name, StringComparer.Ordinal))
                {
                    Problems.Add($"unknown column {alias}.{name}");
                }

                return;
            }
        }

        Problems.Add($"unknown alias {alias}");
    }

    private void BindUnqualified(string name, Names names)
    {
        for (var level = names; level is not null; level = level.Outer)
        {
            if (level.Selected.Contains(name, StringComparer.Ordinal))
            {
                return;
            }

            switch (level.Sources.Count(s => s.Value.Contains(name, StringComparer.Ordinal)))
            {
                case 1:
                    return;
                case > 1:
                    Problems.Add($"ambiguous column {name}");
                    return;
            }
        }

        Problems.Add($"unknown column {name}");
    }

    private static string NameOf(SelectScalarExpression element) =>
        element.ColumnName?.Value ?? (element.Expression is ColumnReferenceExpression column ? LastName(column) : "");

    private static string LastName(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    /// <summary>What names mean at one level of a statement.</summary>
    private sealed class Names(Names? outer)
    {
        public Names? Outer { get; } = outer;

        public Dictionary<string, IReadOnlyList<string>> Sources { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, IReadOnlyList<string>> Ctes { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<string> Selected { get; set; } = [];
    }

    /// <summary>Walks expressions of one level; a subquery opens the next.</summary>
    private sealed class ExpressionVisitor(TSqlBinder binder, Names names) : TSqlFragmentVisitor
    {
        public override void ExplicitVisit(ColumnReferenceExpression node) => binder.BindColumn(node, names);

        public override void ExplicitVisit(ScalarSubquery node) => binder.BindQuery(node.QueryExpression, names);

        // Bound when it was added as a table.
        public override void ExplicitVisit(QueryDerivedTable node)
        {
        }
    }

    private sealed class RecursionSearch(string name) : TSqlFragmentVisitor
    {
        public int References { get; private set; }

        public string? Refused { get; private set; }

        public override void Visit(NamedTableReference node) => References += string.Equals(node.SchemaObject.BaseIdentifier.Value, name, StringComparison.Ordinal) ? 1 : 0;

        public override void Visit(QualifiedJoin node) => Refused = node.QualifiedJoinType == QualifiedJoinType.Inner ? Refused : "an outer join";

        public override void Visit(TopRowFilter node) => Refused = "TOP";

        public override void Visit(GroupByClause node) => Refused = "GROUP BY";

        public override void Visit(ScalarSubquery node) => Refused = "a subquery";

        public override void Visit(QuerySpecification node) => Refused = node.UniqueRowFilter == UniqueRowFilter.Distinct ? "DISTINCT" : Refused;

        public override void Visit(FunctionCall node)
        {
            if (node.FunctionName.Value.ToUpperInvariant() is "COUNT" or "SUM" or "MIN" or "MAX" or "AVG")
            {
                Refused = "an aggregate";
            }
        }
    }
}
