using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The foreign keys that a run of scripts leaves.</summary>
internal sealed class ForeignKeys : TSqlFragmentVisitor
{
    private readonly List<ForeignKey> _keys = [];

    public static IReadOnlyList<ForeignKey> From(IEnumerable<string> scripts)
    {
        var keys = new ForeignKeys();
        foreach (var script in scripts)
        {
            TSql.Parse(script).Script.Accept(keys);
        }

        return keys._keys;
    }

    public override void Visit(CreateTableStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableAddTableElementStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableDropTableElementStatement node) =>
        _keys.RemoveAll(key => node.AlterTableDropTableElements.Any(element => element.Name.Value == key.Name));

    public override void Visit(DropTableStatement node) => _keys.RemoveAll(key => node.Objects.Any(table => table.BaseIdentifier.Value == key.Table));

    private void Add(SchemaObjectName table, TableDefinition definition)
    {
        foreach (var column in definition.ColumnDefinitions)
        {
            Add(table, column.Constraints, [column.ColumnIdentifier.Value]);
        }

        Add(table, definition.TableConstraints, []);
    }

    private void Add(SchemaObjectName table, IEnumerable<ConstraintDefinition> constraints, IReadOnlyList<string> column)
    {
        foreach (var key in constraints.OfType<ForeignKeyConstraintDefinition>())
        {
            _keys.Add(new(
                table.BaseIdentifier.Value,
                key.ConstraintIdentifier.Value,
                key.Columns.Count > 0 ? [.. key.Columns.Select(name => name.Value)] : column,
                key.ReferenceTableName.BaseIdentifier.Value));
        }
    }
}
