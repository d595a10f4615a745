using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using OnCall.Data.SqlServer;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>What becomes of a write whose answer is lost.</summary>
public sealed class WriteMarksOnSqlServer
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark_stands_once_its_write_is_committed_and_never_after_it_was_asked_for_in_vain()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        var (stands, lost) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await PutAsync(test, stands);

        Assert.True(await StandsAsync(test.Database, stands));
        Assert.False(await StandsAsync(test.Database, lost));
        Assert.True(test.Database.IsDuplicate(await Assert.ThrowsAnyAsync<DbException>(() => PutAsync(test, lost))));
    }

    [Fact]
    public async Task A_question_is_not_taken_for_the_write_that_it_asks_for()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        var lost = Guid.CreateVersion7();

        Assert.False(await StandsAsync(test.Database, lost));
        Assert.False(await StandsAsync(test.Database, lost));
    }

    [Fact]
    public async Task Outside_a_transaction_no_mark_is_put()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        await using var connection = new SqlConnection(test.ConnectionString);
        await connection.OpenAsync(Cancel);
        var mark = Guid.CreateVersion7();
        await using (var transaction = await connection.BeginTransactionAsync(Cancel))
        {
            await connection.ExecuteAsync("rollback", transaction: transaction);
            await Assert.ThrowsAnyAsync<DbException>(() => SqlServerWriteMarks.PutAsync(connection, transaction, mark));
        }

        Assert.False(await StandsAsync(test.Database, mark));
    }

    [Fact]
    public async Task Whoever_asks_while_the_write_is_being_committed_waits_for_it()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        var mark = Guid.CreateVersion7();
        await using var connection = new SqlConnection(test.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await SqlServerWriteMarks.PutAsync(connection, transaction, mark);

        var asked = StandsAsync(test.OpenAgain(), mark);
        Assert.NotSame(asked, await Task.WhenAny(asked, Task.Delay(TimeSpan.FromMilliseconds(300), Cancel)));
        await transaction.CommitAsync(Cancel);

        Assert.True(await asked);
    }

    [Fact]
    public async Task Old_marks_are_forgotten_and_the_latest_kept()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        for (var n = 0; n < 3; n++)
        {
            await PutAsync(test, Guid.CreateVersion7());
        }

        await test.Database.ReadAsync(async connection => await ForgetAsync(connection, kept: 1), Cancel);

        Assert.Equal(2, await test.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from write_mark"), Cancel));
    }

    [Fact]
    public async Task An_error_that_does_not_pass_is_told_at_once_and_nothing_is_written()
    {
        await using var test = await TestDatabase.SqlServerAsync();
        var tries = 0;
        await Assert.ThrowsAsync<SqlException>(() => test.Database.WriteAsync(
            async (connection, transaction) =>
            {
                tries++;
                await connection.ExecuteAsync("update roster_stamp set stamp = stamp + 1", transaction: transaction);
                return await connection.ExecuteAsync("insert into roster_stamp (id, stamp) values (1, 1)", transaction: transaction);
            },
            Cancel));
        Assert.Equal((1, 1L), (tries, await test.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("select stamp from roster_stamp where id = 1"), Cancel)));
    }

    // In a transaction of its own, which leaves no mark of its own.
    private static async Task PutAsync(TestDatabase test, Guid mark)
    {
        await using var connection = new SqlConnection(test.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await SqlServerWriteMarks.PutAsync(connection, transaction, mark);
        await transaction.CommitAsync(Cancel);
    }

    private static Task<bool> StandsAsync(Database database, Guid mark) => database.ReadAsync(connection => SqlServerWriteMarks.StandsAsync(connection, mark), Cancel);

    private static async Task<bool> ForgetAsync(DbConnection connection, int kept)
    {
        await SqlServerWriteMarks.ForgetAsync(connection, kept, Cancel);
        return true;
    }
}
