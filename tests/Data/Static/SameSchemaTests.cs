using Dapper;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>Both sets of migrations end in the same tables with the same columns, null or not null alike.</summary>
public sealed class SameSchemaTests
{
    // Quartz's, and the marks by which a commit is asked for whose answer was lost on the way: the embedded database has one node, and no way.
    private static readonly HashSet<string> OnSqlServerAlone = [.. ShippedSchema.OfQuartz, "write_mark"];

    [Fact]
    public async Task Both_databases_have_the_same_tables_and_columns()
    {
        await using var test = await TestDatabase.SqliteAsync();
        Assert.Equal(12, ShippedSchema.OfQuartz.Count);
        Found.Nothing(Differences(ShippedSchema.OnSqlServer, await OnSqliteAsync(test), OnSqlServerAlone));
    }

    [Fact]
    public void A_difference_is_found()
    {
        var there = TableCatalog.From(["create table a (x int not null, y int null, seq bigint identity(1, 1) not null); create table b (x int not null);"]);
        var here = TableCatalog.From(["create table a (x int null, z int null); create table c (x int not null);"]);
        Assert.Equal(["a.x: null on one side only", "a.y: only on SQL Server", "a.z: only on SQLite", "b: only on SQL Server", "c: only on SQLite"], Differences(there, here, new HashSet<string>(StringComparer.Ordinal)));
    }

    private static string[] Differences(TableCatalog onSqlServer, TableCatalog onSqlite, IReadOnlySet<string> exceptThese) =>
    [
        .. onSqlServer.Tables.Except(exceptThese, StringComparer.OrdinalIgnoreCase).Union(onSqlite.Tables, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
            .SelectMany(table => OfTable(table, onSqlServer.Find(table), onSqlite.Find(table))),
    ];

    private static IEnumerable<string> OfTable(string table, IReadOnlyDictionary<string, TableColumn>? there, IReadOnlyDictionary<string, TableColumn>? here) =>
        (there, here) switch
        {
            (null, _) => [$"{table}: only on SQLite"],
            (_, null) => [$"{table}: only on SQL Server"],
            _ => there.Keys.Union(here.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
                .Select(column => OfColumn($"{table}.{column}", there.GetValueOrDefault(column), here.GetValueOrDefault(column)))
                .OfType<string>(),
        };

    private static string? OfColumn(string name, TableColumn? there, TableColumn? here) => (there, here) switch
    {
        // SQL Server orders a table by a rising number where the key is random; SQLite has its rowid for that.
        ({ Name: "seq", Identity: true }, null) => null,
        (null, _) => $"{name}: only on SQLite",
        (_, null) => $"{name}: only on SQL Server",
        _ => there.Nullable == here.Nullable ? null : $"{name}: null on one side only",
    };

    private static async Task<TableCatalog> OnSqliteAsync(TestDatabase test)
    {
        const string Columns = """
            select t.name as "Table", c.name as "Column", c."notnull" = 0 and c.pk = 0 as Nullable, c.dflt_value is not null as Filled
            from sqlite_schema t, pragma_table_info(t.name) c
            where t.type = 'table' and t.name not like 'sqlite_%'
            order by t.name, c.cid
            """;
        var rows = await test.Database.ReadAsync(connection => connection.QueryAsync<ColumnRow>(Columns), CancellationToken.None);
        var catalog = new TableCatalog();
        foreach (var table in rows.GroupBy(row => row.Table, StringComparer.Ordinal))
        {
            catalog.Add(table.Key);
            foreach (var row in table)
            {
                catalog.Add(table.Key, new(row.Column, row.Nullable, row.Filled));
            }
        }

        return catalog;
    }

    private sealed class ColumnRow
    {
        public required string Table { get; init; }

        public required string Column { get; init; }

        public bool Nullable { get; init; }

        public bool Filled { get; init; }
    }
}
