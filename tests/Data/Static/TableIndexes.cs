using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>The keys and indexes that a run of scripts leaves.</summary>
internal sealed class TableIndexes : TSqlFragmentVisitor
{
    private readonly List<TableIndex> _indexes = [];

    public IReadOnlyList<TableIndex> All => _indexes;

    public static TableIndexes From(IEnumerable<string> scripts)
    {
        var indexes = new TableIndexes();
        foreach (var script in scripts)
        {
            TSql.Parse(script).Script.Accept(indexes);
        }

        return indexes;
    }

    /// <summary>By what the rows of a table are ordered; null for a heap. A primary key is it unless it or another says otherwise.</summary>
    public TableIndex? Clustered(string table)
    {
        var own = _indexes.Where(index => index.Table == table).ToArray();
        return own.FirstOrDefault(index => index.Clustered == true) ?? own.FirstOrDefault(index => index is { IsPrimaryKey: true, Clustered: null });
    }

    public TableIndex Find(string name) => _indexes.Single(index => index.Name == name);

    public override void Visit(CreateTableStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableAddTableElementStatement node) => Add(node.SchemaObjectName, node.Definition);

    public override void Visit(AlterTableDropTableElementStatement node) =>
        _indexes.RemoveAll(index => node.AlterTableDropTableElements.Any(element => element.Name.Value == index.Name));

    public override void Visit(DropTableStatement node) => _indexes.RemoveAll(index => node.Objects.Any(table => table.BaseIdentifier.Value == index.Table));

    public override void Visit(DropIndexStatement node) =>
        _indexes.RemoveAll(index => node.DropIndexClauses.OfType<DropIndexClause>().Any(clause => clause.Index.Value == index.Name && clause.Object.BaseIdentifier.Value == index.Table));

    public override void Visit(CreateIndexStatement node) => _indexes.Add(new(
        node.OnName.BaseIdentifier.Value, node.Name.Value, false, node.Clustered ?? false, Names(node.Columns), [.. node.IncludeColumns.Select(Name)], Text(node.FilterPredicate)));

    private void Add(SchemaObjectName table, TableDefinition definition)
    {
        foreach (var column in definition.ColumnDefinitions)
        {
            AddKeys(table, column.Constraints, [column.ColumnIdentifier.Value]);
        }

        AddKeys(table, definition.TableConstraints, []);
    }

    private void AddKeys(SchemaObjectName table, IEnumerable<ConstraintDefinition> constraints, IReadOnlyList<string> column)
    {
        foreach (var key in constraints.OfType<UniqueConstraintDefinition>())
        {
            var clustered = key.Clustered ?? (key.IsPrimaryKey ? null : false);
            _indexes.Add(new(table.BaseIdentifier.Value, key.ConstraintIdentifier.Value, key.IsPrimaryKey, clustered, key.Columns.Count > 0 ? Names(key.Columns) : column, [], null));
        }
    }

    private static IReadOnlyList<string> Names(IEnumerable<ColumnWithSortOrder> columns) => [.. columns.Select(column => Name(column.Column))];

    private static string Name(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    private static string? Text(TSqlFragment? fragment) => fragment is null
        ? null
        : string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));
}
