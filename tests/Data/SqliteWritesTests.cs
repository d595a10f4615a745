using Dapper;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests;

/// <summary>Writes that wait together share a commit, and nothing else.</summary>
public sealed class SqliteWritesTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Writes_that_wait_together_succeed_or_fail_each_by_itself()
    {
        await using var test = await TestDatabase.SqliteAsync();
        var first = new TaskCompletionSource();
        var holding = WriteAsync(test, "hold", first.Task);

        // All these wait for the first, and go together when it is done.
        var waiting = Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? FailAsync(test, $"bad{i}") : WriteAsync(test, $"good{i}", Task.CompletedTask)).ToList();
        first.SetResult();
        await holding;

        for (var i = 0; i < waiting.Count; i++)
        {
            if (i % 3 == 0)
            {
                Assert.Equal($"bad{i}", (await Assert.ThrowsAsync<InvalidOperationException>(() => waiting[i])).Message);
            }
            else
            {
                await waiting[i];
            }
        }

        Assert.Equal(41, await CountAsync(test));
        Assert.Equal(0, await test.Database.ReadAsync(c => c.ExecuteScalarAsync<int>("select count(*) from audit_entry where action like 'bad%'"), CancellationToken.None));
    }

    [Fact]
    public async Task A_database_is_closed_when_whoever_writes_has_done_so_and_takes_nothing_more()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-test-");
        try
        {
            var database = new SqliteDatabase($"Data Source={Path.Combine(folder.FullName, "closing.db")}", TestSeal.Instance);
            var (begun, done) = (new TaskCompletionSource(), new TaskCompletionSource());
            var writing = database.WriteAsync(
                async (connection, transaction) =>
                {
                    begun.SetResult();
                    await done.Task;
                    return await connection.ExecuteAsync("create table late (n integer)", transaction: transaction);
                },
                CancellationToken.None);
            await begun.Task.WaitAsync(Hang, TestContext.Current.CancellationToken);
            var closing = Task.Run(database.Dispose, TestContext.Current.CancellationToken);
            Assert.False(closing.IsCompleted);
            done.SetResult();

            await writing.WaitAsync(Hang, TestContext.Current.CancellationToken);
            await closing.WaitAsync(Hang, TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<ObjectDisposedException>(
                () => database.WriteAsync((connection, transaction) => connection.ExecuteAsync("drop table late", transaction: transaction), CancellationToken.None));
            using var again = new SqliteDatabase($"Data Source={Path.Combine(folder.FullName, "closing.db")}", TestSeal.Instance);
            Assert.Equal(0, await again.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from late"), CancellationToken.None));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Whoever_gave_up_waiting_has_written_nothing()
    {
        await using var test = await TestDatabase.SqliteAsync();
        using var gone = new CancellationTokenSource();
        var first = new TaskCompletionSource();
        var holding = WriteAsync(test, "hold", first.Task);
        var waiting = WriteAsync(test, "gone", Task.CompletedTask, gone.Token);
        await gone.CancelAsync();
        first.SetResult();

        await holding;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(1, await CountAsync(test));
    }

    [Fact]
    public async Task A_write_that_runs_out_of_memory_leaves_nobody_of_its_group_waiting()
    {
        await using var test = await TestDatabase.SqliteAsync();
        var first = new TaskCompletionSource();
        var holding = WriteAsync(test, "hold", first.Task);
        var before = WriteAsync(test, "before", Task.CompletedTask);
        var large = test.Database.WriteAsync(static (_, _) => Task.FromResult(new byte[int.MaxValue]), CancellationToken.None);
        var after = WriteAsync(test, "after", Task.CompletedTask);
        first.SetResult();

        await holding;
        await Assert.ThrowsAsync<OutOfMemoryException>(() => large.WaitAsync(Hang));
        await before.WaitAsync(Hang);
        await after.WaitAsync(Hang);
        Assert.Equal(3, await CountAsync(test));
    }

    [Fact]
    public async Task The_log_of_a_busy_database_does_not_grow_without_end()
    {
        await using var test = await TestDatabase.SqliteAsync();
        var text = new string('x', 4000);
        for (var i = 0; i < 12_000; i += 100)
        {
            await Task.WhenAll(Enumerable.Range(i, 100).Select(_ => WriteAsync(test, text, Task.CompletedTask)));
        }

        // Some 50 MB have been committed.
        Assert.Equal(12_000, await CountAsync(test));
        var log = await test.Database.ReadAsync(c => c.ExecuteScalarAsync<string>("select file from pragma_database_list where name = 'main'"), CancellationToken.None);
        Assert.InRange(new FileInfo(log + "-wal").Length, 1, 40 * 1024 * 1024);
    }

    private static Task<bool> WriteAsync(TestDatabase test, string action, Task before, CancellationToken cancellationToken = default) => test.Database.WriteAsync(
        async (connection, transaction) =>
        {
            await before;
            await connection.ExecuteAsync(
                "insert into audit_entry (at, actor, action, subject, detail) values (0, 'test', @action, 'test', '{}')", new { action }, transaction);
            return true;
        },
        cancellationToken);

    private static Task<bool> FailAsync(TestDatabase test, string action) => test.Database.WriteAsync<bool>(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                "insert into audit_entry (at, actor, action, subject, detail) values (0, 'test', @action, 'test', '{}')", new { action }, transaction);
            throw new InvalidOperationException(action);
        },
        CancellationToken.None);

    private static Task<int> CountAsync(TestDatabase test) =>
        test.Database.ReadAsync(c => c.ExecuteScalarAsync<int>("select count(*) from audit_entry"), CancellationToken.None);
}
