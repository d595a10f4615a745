using OnCall.Data.Schema;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>What SQL Server would say to each statement and migration, as far as that can be known without one.</summary>
public sealed class SqlServerStatementsTests
{
    [Fact]
    public void Every_statement_is_one_that_sql_server_takes_on_the_shipped_schema()
    {
        var statements = Statement.Shipped.Where(statement => statement.ForSqlServer).ToArray();
        Assert.NotEmpty(statements);
        var problems = statements.SelectMany(statement =>
            TSql.Check($"{statement.File}: {statement.Name}", statement.Line, statement.Sent, ShippedSchema.OnSqlServer, MayReadClock(statement), statement.ListOfVarchar));
        Found.Nothing(problems);
    }

    [Fact]
    public void Every_migration_names_only_what_stands_when_it_runs()
    {
        var tables = new TableCatalog();
        foreach (var script in MigrationScript.Shipped(DatabaseProvider.SqlServer))
        {
            Found.Nothing(TSql.Check($"db/migrations/sqlserver/{script.Name}", 1, script.Text, tables));
            foreach (var batch in script.Batches())
            {
                TSql.Parse(batch).Script.Accept(new NameCheck(tables, keep: true));
            }
        }

        Assert.Contains("escalation", tables.Tables);
    }

    // The one place where the installation's clock is read.
    private static bool MayReadClock(Statement statement) => statement is { File: "src/OnCall.Data/SqlServerDatabase.sqlserver.sql", Name: "Now" };
}
