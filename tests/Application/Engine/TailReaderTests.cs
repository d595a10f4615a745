using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;
using OnCall.Scheduler;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Engine;

public sealed class TailReaderTests
{
    private readonly ManualTime _time = new();
    private readonly Trails _trails = new();

    [Fact]
    public async Task What_was_there_before_is_not_told_and_what_comes_is_told_once()
    {
        _trails.Commit(1, 2);
        var reader = new TailReader(_trails, _time);
        Assert.Empty(await ReadAsync(reader));

        _trails.Commit(3, 4);

        Assert.Equal([3, 4], await ReadAsync(reader));
        Assert.Empty(await ReadAsync(reader));
    }

    [Fact]
    public async Task A_line_that_is_committed_after_a_later_one_is_told_when_it_comes()
    {
        var reader = new TailReader(_trails, _time);
        await ReadAsync(reader);
        _trails.Commit(2, 5);
        Assert.Equal([2, 5], await ReadAsync(reader));

        _trails.Commit(4);
        Assert.Equal([4], await ReadAsync(reader));
        _time.Advance(Duration.FromSeconds(9));
        _trails.Commit(1, 6);
        Assert.Equal([1, 6], await ReadAsync(reader));
        Assert.Empty(await ReadAsync(reader));
    }

    [Fact]
    public async Task A_line_that_was_being_committed_at_the_first_look_is_told_when_it_comes()
    {
        _trails.Commit(1, 2, 4);
        var reader = new TailReader(_trails, _time);
        Assert.Empty(await ReadAsync(reader));
        Assert.Equal(2, reader.Position);

        _trails.Commit(3);

        Assert.Equal([3], await ReadAsync(reader));
        Assert.Equal(4, reader.Position);
    }

    [Fact]
    public async Task A_line_that_never_comes_is_asked_for_no_longer_than_a_transaction_can_last()
    {
        var reader = new TailReader(_trails, _time);
        await ReadAsync(reader);
        _trails.Commit(2);
        await ReadAsync(reader);
        _time.Advance(Duration.FromSeconds(61));
        await ReadAsync(reader);
        var asked = _trails.AskedFor;

        await ReadAsync(reader);

        Assert.Equal(asked, _trails.AskedFor);
    }

    [Fact]
    public async Task What_has_been_missing_for_long_is_asked_for_now_and_again_and_still_told()
    {
        var reader = new TailReader(_trails, _time);
        await ReadAsync(reader);
        _trails.Commit(2);
        await ReadAsync(reader);
        _time.Advance(Duration.FromSeconds(30));
        await ReadAsync(reader);
        var asked = _trails.AskedFor;

        await ReadAsync(reader);
        Assert.Equal(asked, _trails.AskedFor);

        _trails.Commit(1);
        _time.Advance(Duration.FromSeconds(2));
        Assert.NotEmpty(await ReadAsync(reader));
    }

    [Fact]
    public async Task Whoever_is_told_a_position_has_been_told_every_line_up_to_it()
    {
        var reader = new TailReader(_trails, _time);
        Assert.Equal(0, reader.Position);
        _trails.Commit(1, 2);
        await ReadAsync(reader);
        Assert.Equal(2, reader.Position);

        _trails.Commit(3, 5, 7);
        await ReadAsync(reader);
        Assert.Equal(3, reader.Position);
        _trails.Commit(4);
        await ReadAsync(reader);
        Assert.Equal(5, reader.Position);
        _time.Advance(Duration.FromSeconds(61));
        await ReadAsync(reader);
        Assert.Equal(7, reader.Position);
    }

    [Fact]
    public async Task What_a_look_had_found_when_it_failed_is_told_by_the_next()
    {
        var reader = new TailReader(_trails, _time);
        await ReadAsync(reader);
        _trails.Commit([2, .. Enumerable.Range(4, 1500)]);
        await ReadAsync(reader);
        _trails.Commit([3, .. Enumerable.Range(2000, 1500)]);
        _trails.FailsAfter = 1;
        await Assert.ThrowsAsync<IOException>(() => ReadAsync(reader));

        _trails.FailsAfter = int.MaxValue;

        Assert.Equal([3, .. Enumerable.Range(2000, 1500)], await ReadAsync(reader));
    }

    [Fact]
    public async Task A_line_is_given_up_only_after_it_was_asked_for_once_more()
    {
        var reader = new TailReader(_trails, _time);
        await ReadAsync(reader);
        _trails.Commit(2);
        await ReadAsync(reader);
        _trails.Commit(1);
        _time.Advance(Duration.FromSeconds(61));
        _trails.IsAway = true;
        await Assert.ThrowsAsync<IOException>(() => ReadAsync(reader));
        _trails.IsAway = false;

        Assert.Equal([1], await ReadAsync(reader));
    }

    [Fact]
    public async Task What_many_sweeps_write_at_one_moment_is_told_in_whatever_order_they_are_committed()
    {
        var reader = new TailReader(_trails, _time);
        await ReadAsync(reader);
        _trails.Commit(1, 19_000);
        Assert.Equal([1, 19_000], await ReadAsync(reader));
        Assert.Equal(1, reader.Position);

        _trails.Commit([3, 5, .. Enumerable.Range(9000, 10)]);
        Assert.Equal([3, 5, .. Enumerable.Range(9000, 10)], await ReadAsync(reader));
        Assert.Equal(1, reader.Position);
        _trails.Commit(2, 4, 8999, 18_999);
        Assert.Equal([2, 4, 8999, 18_999], await ReadAsync(reader));
        Assert.Equal(5, reader.Position);
    }

    [Fact]
    public async Task What_was_being_committed_at_the_first_look_is_told_however_much_was_committed_since()
    {
        _trails.Commit([.. Enumerable.Range(1, 19_000).Except([1501, 1502, 18_000])]);
        var reader = new TailReader(_trails, _time);
        Assert.Empty(await ReadAsync(reader));
        Assert.Equal(1500, reader.Position);

        _trails.Commit(1502, 18_000);

        Assert.Equal([1502, 18_000], await ReadAsync(reader));
        Assert.Equal(1500, reader.Position);
    }

    [Fact]
    public async Task A_first_look_that_fails_on_its_way_is_taken_again_from_the_beginning()
    {
        _trails.Commit([.. Enumerable.Range(1, 3000).Except([5])]);
        var reader = new TailReader(_trails, _time);
        _trails.FailsAfter = 2;
        await Assert.ThrowsAsync<IOException>(() => ReadAsync(reader));
        _trails.FailsAfter = int.MaxValue;
        Assert.Empty(await ReadAsync(reader));

        _trails.Commit(5);

        Assert.Equal([5], await ReadAsync(reader));
        Assert.Equal(3000, reader.Position);
    }

    [Fact]
    public async Task A_hole_that_a_restarted_server_leaves_is_asked_for_as_one()
    {
        var reader = new TailReader(_trails, _time);
        _trails.Commit(1);
        await ReadAsync(reader);
        _trails.Commit(10_002);
        await ReadAsync(reader);
        var asked = _trails.AskedFor;

        await ReadAsync(reader);

        Assert.Equal(asked + 1, _trails.AskedFor);
    }

    [Fact]
    public async Task A_long_backlog_is_told_in_one_go()
    {
        var reader = new TailReader(_trails, _time);
        await ReadAsync(reader);
        _trails.Commit([.. Enumerable.Range(1, 2500)]);
        Assert.Equal(2500, (await ReadAsync(reader)).Count);
    }

    private static async Task<IReadOnlyList<int>> ReadAsync(TailReader reader) =>
        [.. (await reader.ReadAsync(CancellationToken.None)).Select(p => BitConverter.ToInt32(p.Value.ToByteArray())).Order()];

    /// <summary>Each line is of a page with its number.</summary>
    private sealed class Trails : IPageTail
    {
        private readonly SortedSet<long> _lines = [];

        /// <summary>How many runs of missing lines.</summary>
        public int AskedFor { get; private set; }

        /// <summary>How many more looks for what is new succeed.</summary>
        public int FailsAfter { get; set; } = int.MaxValue;

        /// <summary>Whether no look for what is missing succeeds.</summary>
        public bool IsAway { get; set; }

        public void Commit(params int[] seqs) => _lines.UnionWith(seqs.Select(s => (long)s));

        public Task<long> LastAsync(CancellationToken cancellationToken) => Task.FromResult(_lines.Max);

        public Task<IReadOnlyList<TailLine>> AfterAsync(long seq, int most, CancellationToken cancellationToken) =>
            FailsAfter-- > 0 ? LinesAsync(_lines.Where(l => l > seq).Take(most)) : throw new IOException("The database is away.");

        public Task<IReadOnlyList<TailLine>> AmongAsync(IReadOnlyCollection<TailRun> runs, CancellationToken cancellationToken)
        {
            AskedFor += runs.Count;
            return IsAway ? throw new IOException("The database is away.") : LinesAsync(_lines.Where(l => runs.Any(r => r.From <= l && l <= r.Until)));
        }

        private static Task<IReadOnlyList<TailLine>> LinesAsync(IEnumerable<long> seqs) =>
            Task.FromResult<IReadOnlyList<TailLine>>([.. seqs.Select(s => new TailLine(s, new PageId(new Guid((int)s, 0, 0, new byte[8]))))]);
    }
}
