using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Scheduler;

/// <summary>
/// Reads each line of the trails once, in whatever order they are committed. Numbers are given before the commit, so that a later one may
/// be seen first: a number that is missing is asked for again for a while. One whose transaction was rolled back never comes.
/// </summary>
public sealed class TailReader(IPageTail tail, TimeProvider time)
{
    private const int Most = 1000;

    // A transaction takes milliseconds; a hole that a restarted server leaves in its numbers is not to be asked for line by line.
    private const int WidestGap = 5000;

    // As many as may be under way at one moment.
    private const int Behind = 500;

    // Longer than any transaction: a statement may wait 30 s for a lock, and whoever wrote before it has its number already.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Nearly every transaction has ended by then: what is still missing is asked for now and again.
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(2);

    private readonly Dictionary<long, long> _missing = [];

    // Until a look has come to its end and is told.
    private readonly HashSet<PageId> _found = [];
    private long? _last;
    private long _askedForAll;

    /// <summary>The last line before the first that may still come; 0 before the first call.</summary>
    public long Position => _missing.Count > 0 ? _missing.Keys.Min() - 1 : _last ?? 0;

    /// <summary>
    /// The pages with lines that were not there before. The first call only takes its place at the end. What a call had found when it failed, the next one
    /// tells; <see cref="Position"/> is right after a call that did not.
    /// </summary>
    public async Task<IReadOnlyCollection<PageId>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_last is not { } last)
        {
            await TakePlaceAsync(cancellationToken);
            return [];
        }

        await AskAgainAsync(cancellationToken);
        IReadOnlyList<TailLine> lines;
        do
        {
            lines = await tail.AfterAsync(last, Most, cancellationToken);
            foreach (var line in lines)
            {
                Miss(last + 1, line.Seq);
                _last = last = line.Seq;
                _found.Add(line.Page);
            }
        }
        while (lines.Count == Most);

        PageId[] pages = [.. _found];
        _found.Clear();
        return pages;
    }

    // What was given a lower number than the last may be committed after this look.
    private async Task TakePlaceAsync(CancellationToken cancellationToken)
    {
        var end = await tail.LastAsync(cancellationToken);
        var last = Math.Max(0, end - Behind);
        foreach (var line in (await tail.AfterAsync(last, Most, cancellationToken)).TakeWhile(line => line.Seq <= end))
        {
            Miss(last + 1, line.Seq);
            last = line.Seq;
        }

        _last = last;
    }

    private void Miss(long from, long until)
    {
        var since = time.GetTimestamp();
        for (var seq = Math.Max(from, until - WidestGap); seq < until; seq++)
        {
            _missing[seq] = since;
        }
    }

    // All that is missing now and again, and what is missing since a moment ago at each look.
    private async Task AskAgainAsync(CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        var isAll = time.GetElapsedTime(_askedForAll, now) >= Seldom;
        IReadOnlyCollection<long> wanted = isAll ? _missing.Keys : [.. Missing(since => since <= Often)];
        if (wanted.Count > 0)
        {
            var late = await tail.AmongAsync(wanted, cancellationToken);
            _found.UnionWith(late.Where(l => _missing.Remove(l.Seq)).Select(l => l.Page));
        }

        if (isAll)
        {
            // Each was asked for once more after it could not come any longer.
            _askedForAll = now;
            Missing(since => since > Patience).ForEach(seq => _missing.Remove(seq));
        }

        List<long> Missing(Func<TimeSpan, bool> since) => [.. _missing.Where(m => since(time.GetElapsedTime(m.Value, now))).Select(m => m.Key)];
    }
}
