using OnCall.Data.Schema;

namespace OnCall.Data.Tests.Static;

/// <summary>The tables that SQL Server has after every migration.</summary>
internal static class ShippedSchema
{
    /// <summary>The journal's own table comes from a statement of the runner, all others from the migrations.</summary>
    public static TableCatalog OnSqlServer { get; } = TableCatalog.From(
    [
        .. Statement.Shipped.Where(statement => statement.File.EndsWith("MigrationJournal.sqlserver.sql", StringComparison.Ordinal)).Select(statement => statement.Text),
        .. MigrationScript.Shipped(DatabaseProvider.SqlServer).SelectMany(script => script.Batches()),
    ]);
}
