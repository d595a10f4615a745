using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <content>CREATE, ALTER and DROP: they fill the catalog, and what they name is checked against it.</content>
internal sealed partial class NameCheck
{
    public override void ExplicitVisit(CreateTableStatement node)
    {
        var table = node.SchemaObjectName.BaseIdentifier.Value;
        _tables.Add(table);
        Define(table, node.Definition);
    }

    public override void ExplicitVisit(AlterTableAddTableElementStatement node) => Alter(node, table => Define(table, node.Definition));

    public override void ExplicitVisit(AlterTableDropTableElementStatement node) => Alter(node, table =>
    {
        foreach (var column in node.AlterTableDropTableElements.Where(element => element.TableElementType == TableElementType.Column))
        {
            CheckColumns(table, [column.Name]);
            _tables.Remove(table, column.Name.Value);
        }
    });

    public override void ExplicitVisit(AlterTableAlterColumnStatement node) => Alter(node, table =>
    {
        CheckColumns(table, [node.ColumnIdentifier]);
        if (_tables.Find(table)?.GetValueOrDefault(node.ColumnIdentifier.Value) is { } column && node.DataType is not null)
        {
            var nullable = node.AlterTableAlterColumnOption != AlterTableAlterColumnOption.NotNull;
            _tables.Add(table, column with { Nullable = nullable, Type = SqlType.From(node.DataType) with { Source = SqlSource.Column } });
        }
    });

    public override void ExplicitVisit(DropTableStatement node)
    {
        foreach (var name in node.Objects)
        {
            ColumnsOf(name);
            _tables.Remove(name.BaseIdentifier.Value);
        }
    }

    public override void ExplicitVisit(CreateIndexStatement node)
    {
        var table = node.OnName.BaseIdentifier.Value;
        if (ColumnsOf(node.OnName) is null)
        {
            return;
        }

        CheckColumns(table, [.. node.Columns.Select(column => column.Column.MultiPartIdentifier.Identifiers[^1])]);
        CheckColumns(table, [.. node.IncludeColumns.Select(column => column.MultiPartIdentifier.Identifiers[^1])]);
        WithTable(table, () => node.FilterPredicate?.Accept(this));
    }

    /// <summary>What a statement says of its <c>@rows</c>, as a definition of columns.</summary>
    public void Rows(string columns)
    {
        var (script, errors) = TSql.Parse($"declare @rows table ({columns.Replace("key ", "[key] ", StringComparison.Ordinal)});");
        if (errors.Count > 0)
        {
            Problems.Add((1, $"'-- rows: {columns}' is no list of names and types: {errors[0].Message}"));
        }

        var read = new NameCheck(_tables);
        script.Accept(read);
        foreach (var (name, its) in read._variables)
        {
            _variables[name] = its.Select(column => (column.Key, column.Value with { Type = column.Value.Type with { Source = SqlSource.Sent } })).ToColumns();
        }
    }

    public override void ExplicitVisit(DeclareTableVariableBody node) =>
        _variables[node.VariableName.Value] = node.Definition.ColumnDefinitions.Select(column => (column.ColumnIdentifier.Value, new ColumnOrigin(TypeOf(column)))).ToColumns();

    private void Alter(AlterTableStatement node, Action<string> change)
    {
        if (ColumnsOf(node.SchemaObjectName) is not null)
        {
            change(node.SchemaObjectName.BaseIdentifier.Value);
        }
    }

    private void Define(string table, TableDefinition definition)
    {
        foreach (var column in definition.ColumnDefinitions)
        {
            var key = column.Constraints.OfType<UniqueConstraintDefinition>().Any(unique => unique.IsPrimaryKey);
            var nullable = !key && (column.Constraints.OfType<NullableConstraintDefinition>().FirstOrDefault()?.Nullable ?? true);
            var identity = column.IdentityOptions is not null;
            var filled = identity || column.DefaultConstraint is not null || column.ComputedColumnExpression is not null;
            _tables.Add(table, new(column.ColumnIdentifier.Value, nullable, filled, identity, TypeOf(column)));
        }

        // Constraints may name columns that stand further down.
        foreach (var column in definition.ColumnDefinitions)
        {
            CheckConstraints(table, column.Constraints);
        }

        CheckConstraints(table, definition.TableConstraints);
    }

    // A computed column's type is known where it is cast to it.
    private static SqlType TypeOf(ColumnDefinition column) =>
        SqlType.From(column.DataType ?? (column.ComputedColumnExpression as CastCall)?.DataType) with { Source = SqlSource.Column };

    private void CheckConstraints(string table, IEnumerable<ConstraintDefinition> constraints)
    {
        foreach (var constraint in constraints)
        {
            switch (constraint)
            {
                case CheckConstraintDefinition check:
                    WithTable(table, () => check.CheckCondition.Accept(this));
                    break;
                case ForeignKeyConstraintDefinition key:
                    CheckColumns(table, key.Columns);
                    if (ColumnsOf(key.ReferenceTableName) is not null)
                    {
                        CheckColumns(key.ReferenceTableName.BaseIdentifier.Value, key.ReferencedTableColumns);
                    }

                    break;
                case UniqueConstraintDefinition unique:
                    CheckColumns(table, [.. unique.Columns.Select(column => column.Column.MultiPartIdentifier.Identifiers[^1])]);
                    break;
            }
        }
    }

    private void CheckColumns(string table, IList<Identifier> columns)
    {
        foreach (var column in columns.Where(column => _tables.Find(table)?.ContainsKey(column.Value) == false))
        {
            Report(column, $"table '{table}' has no column '{column.Value}'");
        }
    }

    private void WithTable(string table, Action body)
    {
        var scope = new NameScope(null);
        scope.Add(table, _tables.Find(table)?.Values.ToColumns());
        Within(scope, body);
    }
}
