using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using OnCall.Data.Rows;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rows;

/// <summary>Many rows for one statement, as SQLite and as SQL Server take them.</summary>
public sealed class ManyRowsTests
{
    private const string Insert = "with j (n, words, at, id, yes) as (values @rows) insert into many (n, words, at, id, yes) select j.n, j.words, j.at, j.id, j.yes from j";

    private static readonly Guid Known = Guid.Parse("0192f0c1-5e5f-7a5b-8c7d-0123456789ab");
    private static readonly Instant At = Instant.FromUnixTimeTicks(17_900_000_001_239_999);

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(200)]
    public async Task Each_row_is_written_once_and_in_its_order(int count)
    {
        var written = await InsertedAsync(Enumerable.Range(1, count).Select(n => new Line(n, $"row {n}", At, Known, n % 2 == 0)));

        Assert.Equal(Enumerable.Range(1, count), written.Select(w => (int)w.N));
        Assert.All(written, w => Assert.Equal($"row {w.N}", w.Words));
    }

    [Fact]
    public async Task Values_come_back_as_they_were()
    {
        var words = new[] { null, "", "循環器 – 当直 🫀", "a\"b\\c'd", new string('x', 10_000) };
        var written = await InsertedAsync(words.Select((w, n) => new Line(n, w, n % 2 == 0 ? At : null, n % 2 == 0 ? null : Known, n == 1)));

        Assert.Equal(words, written.Select(w => w.Words));
        Assert.Equal([1_790_000_000_123, null, 1_790_000_000_123, null, 1_790_000_000_123], written.Select(w => w.At));
        Assert.Equal([null, Known.ToString("D"), null, Known.ToString("D"), null], written.Select(w => w.Id));
        Assert.Equal([0, 1, 0, 0, 0], written.Select(w => w.Yes));
    }

    [Fact]
    public async Task No_rows_are_no_statement()
    {
        await using var test = await TestDatabase.SqliteAsync();
        Assert.Equal(0, await WriteAsync(test.Database, "no SQL at all", Of([])));
        Assert.True(ManyRows.Of(DatabaseProvider.SqlServer, Array.Empty<Line>(), Set).IsEmpty);
    }

    [Fact]
    public async Task A_refused_row_leaves_nothing_and_the_next_write_succeeds()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await MakeTableAsync(test.Database);
        var lines = Enumerable.Range(1, 100).Select(n => new Line(n, "", null, null, false)).ToList();

        await Assert.ThrowsAsync<SqliteException>(() => WriteAsync(test.Database, Insert, Of([.. lines, lines[0]])));
        Assert.Empty(await ReadAsync(test.Database));

        Assert.Equal(100, await WriteAsync(test.Database, Insert, Of(lines)));
    }

    [Fact]
    public async Task A_statement_that_asks_for_what_the_rows_have_not_is_refused()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await MakeTableAsync(test.Database);

        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(test.Database, "with j (other) as (values @rows) insert into many (n) select j.other from j", Of([new Line(1, "", null, null, true)])));
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(test.Database, "insert into many (n) values (1)", Of([new Line(1, "", null, null, true)])));
    }

    [Fact]
    public void Rows_that_differ_in_their_names_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => ManyRows.Of(DatabaseProvider.Sqlite, [1, 2], (row, n) => row.Set(n == 1 ? "a" : "b", n)));
        Assert.Throws<InvalidOperationException>(() => ManyRows.Of(DatabaseProvider.Sqlite, [1, 2], (row, n) => Enumerable.Range(0, n).ToList().ForEach(m => row.Set($"a{m}", m))));
        Assert.Throws<InvalidOperationException>(() => ManyRows.Of(DatabaseProvider.Sqlite, [2, 1], (row, n) => Enumerable.Range(0, n).ToList().ForEach(m => row.Set($"a{m}", m))));
    }

    private static ManyRows Of(IEnumerable<Line> lines) => ManyRows.Of(DatabaseProvider.Sqlite, lines, Set);

    private static void Set(RowWriter row, Line line)
    {
        row.Set("n", line.N);
        row.Set("unused", "nobody asks for it");
        row.Set("words", line.Words);
        row.Set("at", line.At);
        row.Set("id", line.Id);
        row.Set("yes", line.Yes);
    }

    private static async Task<List<Written>> InsertedAsync(IEnumerable<Line> lines)
    {
        await using var test = await TestDatabase.SqliteAsync();
        await MakeTableAsync(test.Database);
        var all = lines.ToList();
        using var rows = Of(all);
        Assert.Equal(all.Count, await WriteAsync(test.Database, Insert, rows));
        return await ReadAsync(test.Database);
    }

    private static Task<int> MakeTableAsync(Database database) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "create table many (seq integer primary key autoincrement, n integer unique, words text, at integer, id text, yes integer) strict", transaction: transaction),
        CancellationToken.None);

    private static Task<int> WriteAsync(Database database, string sql, ManyRows rows) =>
        database.WriteAsync((DbConnection connection, DbTransaction transaction) => database.ExecuteAsync(connection, transaction, sql, rows), CancellationToken.None);

    private static Task<List<Written>> ReadAsync(Database database) => database.ReadAsync(
        async connection => (await connection.QueryAsync<Written>("select n as N, words as Words, at as At, id as Id, yes as Yes from many order by seq")).ToList(), CancellationToken.None);

    private sealed record Line(int N, string? Words, Instant? At, Guid? Id, bool Yes);

    private sealed class Written
    {
        public long N { get; set; }

        public string? Words { get; set; }

        public long? At { get; set; }

        public string? Id { get; set; }

        public long Yes { get; set; }
    }
}
