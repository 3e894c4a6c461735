using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Addon.Web.Tests.Data.TSql;

/// <summary>What a series of migrations makes, with every reference in them checked on the way.</summary>
internal sealed class TSqlSchema
{
    public Dictionary<string, TSqlTable> Tables { get; } = new(StringComparer.Ordinal);

    public List<string> Problems { get; } = [];

    /// <summary>Applies one script.</summary>
    public TSqlSchema Apply(string sql)
    {
        var statements = TSqlText.Parse(sql);
        if (statements.Count > 1 && statements.Any(s => s is CreateViewStatement))
        {
            Problems.Add("CREATE VIEW has to be alone in its batch");
        }

        foreach (var statement in statements)
        {
            Apply(statement);
        }

        return this;
    }

    private void Apply(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                AddTable(create);
                break;
            case CreateViewStatement view:
                var binder = new TSqlBinder(this);
                var made = new TSqlTable { IsView = true };
                made.Columns.AddRange(binder.BindView(view.SelectStatement));
                Problems.AddRange(binder.Problems);
                Tables[view.SchemaObjectName.BaseIdentifier.Value] = made;
                break;
            case AlterTableAddTableElementStatement alter:
                var altered = alter.SchemaObjectName.BaseIdentifier.Value;
                foreach (var constraint in alter.Definition.TableConstraints)
                {
                    CheckConstraint(altered, constraint);
                }

                foreach (var added in alter.Definition.ColumnDefinitions)
                {
                    AddColumn(Tables[altered], added);
                }

                break;
            case AlterTableAlterColumnStatement changed:
                var column = changed.ColumnIdentifier.Value;
                CheckColumns(changed.SchemaObjectName.BaseIdentifier.Value, [column], "ALTER COLUMN");
                if (changed.AlterTableAlterColumnOption == AlterTableAlterColumnOption.Null)
                {
                    Tables[changed.SchemaObjectName.BaseIdentifier.Value].Required.Remove(column);
                }

                break;
            case AlterTableDropTableElementStatement drop:
                foreach (var element in drop.AlterTableDropTableElements.Where(e => e.TableElementType == TableElementType.Column || e.TableElementType == TableElementType.NotSpecified))
                {
                    CheckColumns(drop.SchemaObjectName.BaseIdentifier.Value, [element.Name.Value], "DROP COLUMN");
                    Tables[drop.SchemaObjectName.BaseIdentifier.Value].Columns.Remove(element.Name.Value);
                    Tables[drop.SchemaObjectName.BaseIdentifier.Value].Required.Remove(element.Name.Value);
                }

                break;
            case UpdateStatement update:
                Problems.AddRange(new TSqlBinder(this).Check(update).Problems);
                break;
            case CreateIndexStatement index:
                CheckColumns(index.OnName.BaseIdentifier.Value, index.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value), index.Name.Value);
                break;
            case IfStatement { ElseStatement: null } condition:
                Apply(condition.ThenStatement);
                break;
            default:
                Problems.Add($"{statement.GetType().Name} is not known to this check; teach it");
                break;
        }
    }

    private void AddTable(CreateTableStatement create)
    {
        var name = create.SchemaObjectName.BaseIdentifier.Value;
        var table = new TSqlTable();
        if (!Tables.TryAdd(name, table))
        {
            Problems.Add($"table {name} is made twice");
        }

        foreach (var column in create.Definition.ColumnDefinitions)
        {
            AddColumn(table, column);
        }

        foreach (var constraint in create.Definition.TableConstraints)
        {
            CheckConstraint(name, constraint);
        }
    }

    private static void AddColumn(TSqlTable table, ColumnDefinition column)
    {
        table.Columns.Add(column.ColumnIdentifier.Value);
        var nullable = column.Constraints.OfType<NullableConstraintDefinition>().SingleOrDefault()?.Nullable ?? true;
        if (!nullable && column.IdentityOptions is null && column.DefaultConstraint is null)
        {
            table.Required.Add(column.ColumnIdentifier.Value);
        }
    }

    private void CheckConstraint(string table, ConstraintDefinition constraint)
    {
        var name = constraint.ConstraintIdentifier?.Value;
        if (name is null)
        {
            Problems.Add($"a constraint of {table} has no name");
        }

        switch (constraint)
        {
            case UniqueConstraintDefinition unique:
                CheckColumns(table, unique.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value), name);
                break;
            case ForeignKeyConstraintDefinition foreign:
                CheckColumns(table, foreign.Columns.Select(c => c.Value), name);
                CheckColumns(foreign.ReferenceTableName.BaseIdentifier.Value, foreign.ReferencedTableColumns.Select(c => c.Value), name);
                break;
            default:
                Problems.Add($"{constraint.GetType().Name} is not known to this check; teach it");
                break;
        }
    }

    private void CheckColumns(string table, IEnumerable<string> columns, string? by)
    {
        if (!Tables.TryGetValue(table, out var known))
        {
            Problems.Add($"{by} names an unknown table {table}");
            return;
        }

        Problems.AddRange(columns.Where(c => !known.Columns.Contains(c, StringComparer.Ordinal)).Select(c => $"{by} names an unknown column {table}.{c}"));
    }
}
