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
}
