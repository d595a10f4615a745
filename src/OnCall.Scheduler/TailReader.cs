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

    // As many as may be under way at one moment: each node's sweeps save hundreds of pages in a transaction, with several lines each.
    private const int UnderWay = 20_000;

    // Longer than any transaction: a statement may wait 30 s for a lock, and whoever wrote before it has its number already.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Nearly every transaction has ended by then: what is still missing is asked for now and again.
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(2);

    // In the order of their numbers.
    private readonly List<Gap> _missing = [];

    // Until a look has come to its end and is told.
    private readonly HashSet<PageId> _found = [];
    private long? _last;
    private long _askedForAll;

    /// <summary>The last line before the first that may still come; 0 before the first call.</summary>
    public long Position => _missing.Count > 0 ? _missing[0].Run.From - 1 : _last ?? 0;

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
        // Whatever a look found that failed on its way.
        _missing.Clear();
        var end = await tail.LastAsync(cancellationToken);
        var last = Math.Max(0, end - UnderWay);
        IReadOnlyList<TailLine> lines;
        do
        {
            lines = await tail.AfterAsync(last, Most, cancellationToken);
            foreach (var line in lines.TakeWhile(line => line.Seq <= end))
            {
                Miss(last + 1, line.Seq);
                last = line.Seq;
            }
        }
        while (lines.Count == Most && last < end);

        _last = last;
    }

    private void Miss(long from, long until)
    {
        if (from < until)
        {
            _missing.Add(new Gap(new TailRun(Math.Max(from, until - UnderWay), until - 1), time.GetTimestamp()));
        }
    }

    // All that is missing now and again, and what is missing since a moment ago at each look.
    private async Task AskAgainAsync(CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        var isAll = time.GetElapsedTime(_askedForAll, now) >= Seldom;
        TailRun[] wanted = [.. _missing.Where(gap => isAll || Age(gap) <= Often).Select(gap => gap.Run)];
        if (wanted.Length > 0)
        {
            Fill(await tail.AmongAsync(wanted, cancellationToken));
        }

        if (isAll)
        {
            // Each was asked for once more after it could not come any longer.
            _askedForAll = now;
            _missing.RemoveAll(gap => Age(gap) > Patience);
        }

        TimeSpan Age(Gap gap) => time.GetElapsedTime(gap.Since, now);
    }

    // What has come, in the order of the numbers, as the gaps are.
    private void Fill(IReadOnlyList<TailLine> come)
    {
        if (come.Count == 0)
        {
            return;
        }

        var next = 0;
        Gap[] before = [.. _missing];
        _missing.Clear();
        foreach (var gap in before)
        {
            var from = gap.Run.From;
            for (; next < come.Count && come[next].Seq <= gap.Run.Until; next++)
            {
                Keep(from, come[next].Seq - 1);
                from = come[next].Seq + 1;
                _found.Add(come[next].Page);
            }

            Keep(from, gap.Run.Until);

            void Keep(long first, long last)
            {
                if (first <= last)
                {
                    _missing.Add(gap with { Run = new TailRun(first, last) });
                }
            }
        }
    }

    private readonly record struct Gap(TailRun Run, long Since);
}
