using Microsoft.Data.Sqlite;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>SQLite compiles each statement against the migrated schema, without running it.</summary>
public sealed class SqliteStatementsTests
{
    [Fact]
    public async Task Every_statement_compiles_on_the_migrated_schema()
    {
        await using var test = await TestDatabase.SqliteAsync();
        var statements = Statement.Shipped.Where(statement => statement.ForSqlite).ToArray();
        Assert.NotEmpty(statements);
        var problems = await ProblemsAsync(test, statements);
        Found.Nothing(problems);
    }

    [Theory]
    [InlineData("select page_idd from page", "no such column: page_idd")]
    [InlineData("select page_id from pagee", "no such table: pagee")]
    [InlineData("select top (1) page_id from page", "no such function: top")]
    [InlineData("select page_id from page; select page_idd from page", "no such column: page_idd")]
    [InlineData("insert into roster_stamp (id, stmp) values (@id, 1)", "no column named stmp")]
    [InlineData("select page_id from page where reference = :reference", "parameters are written @name")]
    [InlineData("select page_id from page where reference = ?", "parameters are written @name")]
    [InlineData("select page_id from page order by {order}", "unrecognized token")]
    public async Task A_planted_mistake_is_found(string text, string says)
    {
        await using var test = await TestDatabase.SqliteAsync();
        var problem = Assert.Single(await ProblemsAsync(test, [new Statement("planted.sql", "Planted", 1, text)]));
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    private static Task<List<string>> ProblemsAsync(TestDatabase test, IEnumerable<Statement> statements) => test.Database.ReadAsync(
        connection =>
        {
            var problems = new List<string>();
            foreach (var statement in statements)
            {
                if (SqliteParameters.Odd(statement.Text) is { } odd)
                {
                    problems.Add($"{statement.File}: {statement.Name}, line {statement.Line}: {odd}: parameters are written @name");
                    continue;
                }

                using var command = connection.CreateCommand();
                command.CommandText = statement.Sent;
                try
                {
                    command.Prepare();
                }
                catch (SqliteException error)
                {
                    problems.Add($"{statement.File}: {statement.Name}, line {statement.Line}: {error.Message}");
                }
            }

            return Task.FromResult(problems);
        },
        CancellationToken.None);
}
