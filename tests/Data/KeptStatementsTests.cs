using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using OnCall.Data.Kept;
using Xunit;

namespace OnCall.Data.Tests;

public sealed class KeptStatementsTests : IDisposable
{
    private readonly KeptConnection _connection = new("Data Source=:memory:");

    public KeptStatementsTests()
    {
        _connection.Open();
        Run("create table shift (id integer primary key, role text unique)");
        Run("insert into shift (role) values ('ward'), ('theatre')");
    }

    private DbConnection Connection => _connection;

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task A_statement_is_prepared_once_and_answers_what_is_bound_to_it_each_time()
    {
        var before = _connection.Kept;
        Assert.Equal([1], await IdsAsync("ward"));
        Assert.Equal([2], await IdsAsync("theatre"));
        Assert.Empty(await IdsAsync("none"));
        Assert.Equal(before + 1, _connection.Kept);
    }

    [Fact]
    public void One_within_another_of_the_same_text_has_a_statement_of_its_own()
    {
        using var outer = Command("select id from shift order by id");
        using var rows = outer.ExecuteReader();
        Assert.True(rows.Read());
        Assert.Equal([1L, 2L], Connection.Query<long>("select id from shift order by id"));
        Assert.True(rows.Read());
        Assert.Equal(2, rows.GetInt64(0));
        Assert.False(rows.Read());
    }

    [Fact]
    public async Task What_failed_is_not_used_again_and_the_next_one_works()
    {
        const string insert = "insert into shift (role) values (@role)";
        Run(insert, new { role = "night" });
        var before = _connection.Kept;
        Assert.Throws<SqliteException>(() => Run(insert, new { role = "night" }));
        Assert.Equal(before - 1, _connection.Kept);
        Run(insert, new { role = "day" });
        Assert.Equal(4, await Connection.ExecuteScalarAsync<int>("select count(*) from shift"));
    }

    [Fact]
    public async Task A_reader_that_was_left_half_way_holds_nothing_back()
    {
        Assert.Equal(1, await Connection.QueryFirstAsync<long>("select id from shift order by id"));
        Run("drop table shift");
    }

    [Fact]
    public async Task A_statement_goes_on_over_a_changed_schema()
    {
        Assert.Equal([1], await IdsAsync("ward"));
        Run("alter table shift add column tier integer");
        Run("create index ix on shift (role, tier)");
        Assert.Equal([1], await IdsAsync("ward"));
    }

    [Fact]
    public async Task A_transaction_belongs_to_each_run_anew()
    {
        await using (var transaction = await Connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            Run("insert into shift (role) values (@role)", new { role = "a" }, transaction);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        Run("insert into shift (role) values (@role)", new { role = "a" });
        Assert.Equal(3, await Connection.ExecuteScalarAsync<int>("select count(*) from shift"));
    }

    [Fact]
    public void A_command_takes_its_reader_with_it()
    {
        var command = Command("select id from shift");
        using var rows = command.ExecuteReader();
        Assert.True(rows.Read());
        command.Dispose();
        Assert.True(rows.IsClosed);
        Assert.Equal([1L, 2L], Connection.Query<long>("select id from shift"));
    }

    [Fact]
    public async Task Closing_lets_go_of_the_file_and_what_follows_works()
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("oncall-kept-").FullName, "a.db");
        await using var connection = new KeptConnection($"Data Source={file};Pooling=False");
        for (var round = 0; round < 2; round++)
        {
            connection.Open();
            await ((DbConnection)connection).ExecuteAsync("pragma journal_mode = wal; create table if not exists t (id integer); insert into t values (1)");
            Assert.True(await ((DbConnection)connection).ExecuteScalarAsync<int>("select count(*) from t") > round);
            connection.Close();
            Assert.Equal(0, connection.Kept);
            Assert.False(File.Exists(file + "-wal"));
        }

        System.IO.Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void What_bound_much_is_not_kept_and_what_it_bound_with_it()
    {
        const string insert = "insert into shift (role) values (@role)";
        var before = _connection.Kept;
        Run(insert, new { role = new string('x', 8193) });
        Assert.Equal(before, _connection.Kept);
        Run(insert, new { role = new string('y', 8192) });
        Assert.Equal(before + 1, _connection.Kept);
    }

    [Fact]
    public void The_oldest_go_where_there_are_many()
    {
        for (var i = 0; i < 200; i++)
        {
            Run($"select {i}");
        }

        Assert.Equal(48, _connection.Kept);
    }

    [Fact]
    public void A_command_may_be_run_again_with_another_text_or_other_values()
    {
        using var command = Command("select id from shift where role = @role");
        var role = command.CreateParameter();
        (role.ParameterName, role.Value) = ("@role", "ward");
        command.Parameters.Add(role);
        Assert.Equal(1L, command.ExecuteScalar());
        role.Value = "theatre";
        Assert.Equal(2L, command.ExecuteScalar());
        command.CommandText = "select count(*) from shift where role = @role";
        Assert.Equal(1L, command.ExecuteScalar());
    }

    [Fact]
    public void A_computed_column_keeps_its_type_where_the_answer_is_empty_or_null()
    {
        const string latest = "select max(id) as latest, null as nobody from shift where role like @like group by role";
        Assert.Equal([typeof(long), typeof(byte[])], TypesOf(latest, "wa%"));
        Assert.Equal([typeof(long), typeof(byte[])], TypesOf(latest, "none"));

        const string same = "select nullif(max(id), 1) as other from shift where role like @like";
        Assert.Equal([typeof(byte[])], TypesOf(same, "none"));
        Assert.Equal([typeof(long)], TypesOf(same, "theatre"));
        Assert.Equal([typeof(long)], TypesOf(same, "ward"));
        Assert.Equal([null], Connection.Query<long?>(same, new { like = "ward" }));
        Assert.Equal([2], Connection.Query<long?>(same, new { like = "theatre" }));
    }

    private Type[] TypesOf(string sql, string like)
    {
        using var command = Command(sql);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@like", like);
        command.Parameters.Add(parameter);
        using var rows = command.ExecuteReader();
        return [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetFieldType)];
    }

    private async Task<List<long>> IdsAsync(string role) => [.. await Connection.QueryAsync<long>("select id from shift where role = @role", new { role })];

    private void Run(string sql, object? with = null, DbTransaction? transaction = null) => Connection.Execute(sql, with, transaction);

    private DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
