using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Data.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

/// <summary>What has run out goes a part at a time, so that nobody who sends a page waits for all of it.</summary>
public abstract class PurgeInPartsContract
{
    private const int Over = 2500;
    private const int Staying = 3;
    private static readonly Instant Now = PageDraft.Now + Duration.FromDays(6);

    private static readonly Dictionary<string, string> Inserts = new()
    {
        ["page_reference"] = "insert into page_reference (reference, page_id, free_at) select cast(x.n as varchar(8)), @page, @freeAt",
        ["idempotency_key"] = "insert into idempotency_key (caller, key_hash, request_hash, page_id, free_at) select 'ward', cast(x.n as char(64)), '', @page, @freeAt",
        ["answered_message"] = "insert into answered_message (message_hash, page_id, free_at) select cast(x.n as char(64)), @page, @freeAt",
    };

    protected abstract Task<TestDatabase> OpenAsync();

    [Theory]
    [InlineData("page_reference")]
    [InlineData("idempotency_key")]
    [InlineData("answered_message")]
    public async Task However_much_has_run_out_goes_and_nothing_else(string table)
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        await FillAsync(bench, table);
        var before = await bench.CountAsync(table);

        await PurgeAsync(bench, table);

        Assert.Equal(before - Over, await bench.CountAsync(table));
        Assert.Equal(Staying, await StayingAsync(bench, table));
        await PurgeAsync(bench, table);
        Assert.Equal(before - Over, await bench.CountAsync(table));
    }

    private protected static Task PurgeAsync(PagingBench bench, string table) => table == "answered_message"
        ? new AnsweredMessageStore(bench.Database).PurgeAsync(Now, CancellationToken.None)
        : bench.Pages.PurgeAsync(Now, CancellationToken.None);

    /// <summary>Many that have run out, one of them last, and a few that run out a moment later.</summary>
    private protected static async Task FillAsync(PagingBench bench, string table)
    {
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Page.Id;
        await InsertAsync(0, Over - 1, Now - Duration.FromMilliseconds(1));
        await InsertAsync(Over - 1, Over, Now);
        await InsertAsync(Over, Over + Staying, Now + Duration.FromMilliseconds(1));

        Task InsertAsync(int from, int until, Instant freeAt) => bench.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                $"""
                with d (n) as (
                    select 0 union all select 1 union all select 2 union all select 3 union all select 4
                    union all select 5 union all select 6 union all select 7 union all select 8 union all select 9),
                x (n) as (select a.n + 10 * b.n + 100 * c.n + 1000 * e.n from d a cross join d b cross join d c cross join d e)
                {Inserts[table]} from x where x.n >= @from and x.n < @until
                """,
                new { page, freeAt, from, until },
                transaction),
            CancellationToken.None);
    }

    private static Task<long> StayingAsync(PagingBench bench, string table) => bench.Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>($"select count(*) from {table} where free_at = @freeAt", new { freeAt = Now + Duration.FromMilliseconds(1) }),
        CancellationToken.None);
}

public sealed class PurgeInPartsOnSqlite : PurgeInPartsContract
{
    [Theory]
    [InlineData("page_reference", "reference")]
    [InlineData("idempotency_key", "key_hash")]
    [InlineData("answered_message", "message_hash")]
    public async Task No_transaction_deletes_more_than_a_thousand(string table, string key)
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        await FillAsync(bench, table);
        var before = await bench.CountAsync(table);
        await ExecuteAsync($"create trigger stays before delete on {table} when old.{key} = '2499' begin select raise(abort, 'It is held fast.'); end;");

        await Assert.ThrowsAnyAsync<DbException>(() => PurgeAsync(bench, table));

        // What went before stays gone: the transaction that failed is the third.
        Assert.Equal(before - 2000, await bench.CountAsync(table));
        await ExecuteAsync("drop trigger stays;");
        await PurgeAsync(bench, table);
        Assert.Equal(before - 2500, await bench.CountAsync(table));

        Task ExecuteAsync(string sql) => bench.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);
    }

    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PurgeInPartsOnSqlServer : PurgeInPartsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
