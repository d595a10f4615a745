using Microsoft.SqlServer.TransactSql.ScriptDom;
using OnCall.Data.Schema;

namespace OnCall.Data.Tests.Static;

/// <summary>What SQL Server has after every migration.</summary>
internal static class ShippedSchema
{
    /// <summary>What builds it: the journal's own table comes from a statement of the runner, all others from the migrations.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
    [
        .. Statement.Shipped.Where(statement => statement.File.EndsWith("MigrationJournal.sqlserver.sql", StringComparison.Ordinal)).Select(statement => statement.Text),
        .. MigrationScript.Shipped(DatabaseProvider.SqlServer).SelectMany(script => script.Batches()),
    ];

    public static TableCatalog OnSqlServer { get; } = TableCatalog.From(Scripts);

    public static TableIndexes Indexes { get; } = TableIndexes.From(Scripts);

    /// <summary>
    /// Those in the schema of Quartz: its clustered store is for several nodes, and an embedded database has one. No statement of ours names them.
    /// </summary>
    public static IReadOnlySet<string> OfQuartz { get; } = InSchema("quartz");

    private static HashSet<string> InSchema(string schema)
    {
        var tables = new Made(schema);
        foreach (var batch in MigrationScript.Shipped(DatabaseProvider.SqlServer).SelectMany(script => script.Batches()))
        {
            TSql.Parse(batch).Script.Accept(tables);
        }

        return tables.Names;
    }

    private sealed class Made(string schema) : TSqlFragmentVisitor
    {
        public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void Visit(CreateTableStatement node)
        {
            if (string.Equals(node.SchemaObjectName.SchemaIdentifier?.Value, schema, StringComparison.OrdinalIgnoreCase))
            {
                Names.Add(node.SchemaObjectName.BaseIdentifier.Value);
            }
        }
    }
}
