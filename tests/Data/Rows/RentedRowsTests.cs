using System.Buffers;
using System.Data.Common;
using System.Text;
using Dapper;
using OnCall.Data.Rows;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rows;

/// <summary>Rows are made in memory that others have used and will use: nothing of theirs is ever seen in them.</summary>
public sealed class RentedRowsTests
{
    private const string Insert = "with j (n, words, more) as (values @rows) insert into kept (n, words, more) select j.n, j.words, j.more from j";

    [Fact]
    public async Task Any_number_of_rows_is_written_whole_whatever_statements_it_takes()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await MakeTableAsync(test.Database);
        for (var count = 0; count <= 200; count++)
        {
            using var rows = Of(Enumerable.Range(1000 * count, count));
            Assert.Equal(count, await WriteAsync(test.Database, rows));
        }

        await AssertWholeAsync(test.Database, Enumerable.Range(0, 201).SelectMany(count => Enumerable.Range(1000 * count, count)));
    }

    [Theory]
    [InlineData(4094)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    [InlineData(3_000_000)]
    public async Task Texts_that_just_fit_or_outgrow_the_memory_are_kept_whole(int length)
    {
        await using var test = await TestDatabase.SqliteAsync();
        await MakeTableAsync(test.Database);
        using var rows = ManyRows.Of(DatabaseProvider.Sqlite, [length - 1, length, 1, length + 1], (row, n) =>
        {
            row.Set("n", n);
            row.Set("words", new string('é', n));
            row.SetJson("more", n, static (json, value) =>
            {
                json.WriteStartArray();
                json.WriteStringValue(new string('x', value));
                json.WriteEndArray();
            });
        });
        await WriteAsync(test.Database, rows);

        var lengths = await test.Database.ReadAsync(
            connection => connection.QueryAsync<(long, long, long)>("select n, length(words), length(more) - 4 from kept where words = replace(hex(zeroblob(n / 2 + 1)), '00', 'éé') or substr(replace(hex(zeroblob(n / 2 + 1)), '00', 'éé'), 1, n) = words order by seq"),
            CancellationToken.None);
        Assert.Equal([(length - 1, length - 1, length - 1), (length, length, length), (1, 1, 1), (length + 1, length + 1, length + 1)], lengths);
    }

    [Fact]
    public async Task Rows_that_many_make_and_give_back_at_once_are_each_their_own()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await MakeTableAsync(test.Database);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var round = 0; round < 40; round++)
            {
                var first = (worker * 40 + round) * 1000;
                Soil();
                using var rows = Of(Enumerable.Range(first, 1 + first % 130));
                using (Of(Enumerable.Range(-5000, first % 90)))
                {
                    Assert.Throws<TimeoutException>(() => Of(Enumerable.Range(-9000, 70), failAt: -8950));
                    await Task.Yield();
                }

                await WriteAsync(test.Database, rows);
            }
        })));

        await AssertWholeAsync(test.Database, Enumerable.Range(0, 320).SelectMany(n => Enumerable.Range(n * 1000, 1 + n * 1000 % 130)));
    }

    [Fact]
    public async Task Rows_that_were_given_back_are_refused_and_not_silently_none()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await MakeTableAsync(test.Database);
        var rows = Of([1, 2, 3]);
        rows.Dispose();
        rows.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(test.Database, rows));
        using var others = Of([4]);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(test.Database, rows));
        Assert.Equal(1, await WriteAsync(test.Database, others));
        await AssertWholeAsync(test.Database, [4]);
    }

    private static ManyRows Of(IEnumerable<int> numbers, int? failAt = null) => ManyRows.Of(DatabaseProvider.Sqlite, numbers, (row, n) =>
    {
        row.Set("n", n);
        row.Set("words", n % 5 == 0 ? null : WordsOf(n));
        row.SetJson("more", n, (json, value) =>
        {
            json.WriteStartObject();
            json.WriteString("words", WordsOf(value));
            if (value == failAt)
            {
                throw new TimeoutException();
            }

            json.WriteEndObject();
        });
    });

    private static string WordsOf(int n) => new StringBuilder().Insert(0, $"{n} 応 ", 1 + Math.Abs(n % 40)).ToString();

    // What the next one to rent gets is full of somebody else's words.
    private static void Soil()
    {
        foreach (var size in new[] { 4096, 8192, 65_536 })
        {
            var (bytes, cells) = (ArrayPool<byte>.Shared.Rent(size), ArrayPool<Cell>.Shared.Rent(size / 64));
            bytes.AsSpan().Fill((byte)'!');
            cells.AsSpan().Fill(new Cell(CellKind.Text, 7, 1));
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<Cell>.Shared.Return(cells);
        }
    }

    private static Task<int> MakeTableAsync(Database database) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "create table kept (seq integer primary key autoincrement, n integer unique, words text, more text) strict", transaction: transaction),
        CancellationToken.None);

    private static Task<int> WriteAsync(Database database, ManyRows rows) =>
        database.WriteAsync((DbConnection connection, DbTransaction transaction) => database.ExecuteAsync(connection, transaction, Insert, rows), CancellationToken.None);

    private static async Task AssertWholeAsync(Database database, IEnumerable<int> numbers)
    {
        var written = await database.ReadAsync(
            async connection => (await connection.QueryAsync<(long N, string? Words, string More)>("select n, words, more ->> '$.words' from kept order by n")).ToList(), CancellationToken.None);
        Assert.Equal(numbers.Order().Select(n => ((long)n, n % 5 == 0 ? null : WordsOf(n), WordsOf(n))), written);
    }
}
