using System.Text.RegularExpressions;
using OnCall.Data.Rows;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>The files themselves: both databases can do the same, and no statement is left over.</summary>
public sealed partial class StatementFilesTests
{
    [Fact]
    public void Both_databases_have_every_statement_of_a_store() => Found.Nothing(OneSided(Statement.Shipped));

    [Fact]
    public void Every_statement_is_used_by_its_store() => Found.Nothing(
        from store in Statement.Shipped.GroupBy(statement => statement.Store)
        let code = store.First().Code
        from name in store.Select(statement => statement.Name).Distinct()
        where !code.Contains($"\"{name}\"", StringComparison.Ordinal) && !code.Contains($"nameof({name})", StringComparison.Ordinal)
        select $"{store.Key}: nothing asks for '{name}'");

    [Fact]
    public void Many_rows_have_the_same_values_in_both_databases() => Found.Nothing(OtherRows(Statement.Shipped));

    [Fact]
    public void A_value_that_sql_server_would_read_as_null_is_found() => Assert.Equal(
        ["src/X/PageStore: 'Insert' takes 'due' in one database alone", "src/X/PageStore: 'Insert' takes 'dueAt' in one database alone"],
        OtherRows(
        [
            new("src/X/PageStore.sqlserver.sql", "Insert", 1, "insert into x select j.id, j.due from openjson(@rows) with (n int '$.n', id int '$.id', due datetime2(3) '$.due') j order by j.n"),
            new("src/X/PageStore.sqlite.sql", "Insert", 1, "with j (id, dueAt) as (values @rows) insert into x select j.id, j.dueAt from j"),
        ]));

    // SQLite refuses a name that the rows do not have; SQL Server would take it for null. "n" keeps an order that SQLite needs not be told.
    private static string[] OtherRows(IEnumerable<Statement> statements) =>
    [
        .. from server in statements
           where server.File.EndsWith(".sqlserver.sql", StringComparison.Ordinal)
           from sqlite in statements
           where sqlite.Store == server.Store && sqlite.Name == server.Name && sqlite.Text.Contains("values @rows", StringComparison.Ordinal)
           let read = JsonPath().Matches(server.Text).Select(match => match.Groups["name"].Value).Where(name => name != "n").ToHashSet(StringComparer.Ordinal)
           from name in read.Except(new RowTemplate(sqlite.Text).Names).Concat(new RowTemplate(sqlite.Text).Names.Except(read)).Order(StringComparer.Ordinal)
           select $"{server.Store}: '{server.Name}' takes '{name}' in one database alone"
    ];

    [GeneratedRegex(@"'\$\.(?<name>\w+)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JsonPath();

    [Fact]
    public void A_statement_that_one_database_lacks_is_found() => Assert.Equal(
        ["src/X/PageStore: 'ClaimDue' is missing for SQLite", "src/X/PageStore: 'Purge' is missing for SQL Server"],
        OneSided(
        [
            new("src/X/PageStore.sql", "Load", 1, ""),
            new("src/X/PageStore.sqlserver.sql", "ClaimDue", 1, ""),
            new("src/X/PageStore.sqlserver.sql", "Insert", 1, ""),
            new("src/X/PageStore.sqlite.sql", "Insert", 1, ""),
            new("src/X/PageStore.sqlite.sql", "Purge", 1, ""),
        ]));

    // A store named for one database serves that one alone.
    private static string[] OneSided(IEnumerable<Statement> statements) =>
    [
        .. from store in statements.GroupBy(statement => statement.Store)
           let ofOne = Path.GetFileName(store.Key)
           where !ofOne.StartsWith("SqlServer", StringComparison.Ordinal) && !ofOne.StartsWith("Sqlite", StringComparison.Ordinal)
           from name in store.Select(statement => statement.Name).Distinct()
           let here = store.Where(statement => statement.Name == name).ToArray()
           from missing in new[] { (Lacks: !here.Any(statement => statement.ForSqlite), Where: "SQLite"), (Lacks: !here.Any(statement => statement.ForSqlServer), Where: "SQL Server") }
           where missing.Lacks
           select $"{store.Key}: '{name}' is missing for {missing.Where}",
    ];
}
