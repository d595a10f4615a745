using System.Collections.Concurrent;
using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <content>How a batch goes through, and what becomes of the rest where one of its pages cannot be advanced.</content>
public sealed partial class SweepEscalations
{
    // Halves of what could not be advanced together come behind all others, so that most pages go on soon beside one that cannot, however long it takes to find it.
    private async Task<int> AdvanceAsync(Part whole, ConcurrentQueue<Part> held, CancellationToken cancellationToken)
    {
        var (moved, left) = (0, new Queue<Part>([whole]));
        while (left.TryDequeue(out var part))
        {
            // Past the end of the claim another node may have them, and what is most urgent is claimed first: not to be held up by what is only late here.
            if (!part.PastEnd && clock.GetCurrentInstant() >= part.Until)
            {
                LogLeft(part.Pages.Count, MostTries);
                continue;
            }

            var (done, halves) = await AdvancePartAsync(part, cancellationToken);
            moved += done;
            foreach (var half in halves?.Pages.Chunk((halves.Pages.Count + 1) / 2) ?? [])
            {
                var next = halves! with { Pages = half };
                if (next.IsHeld)
                {
                    held.Enqueue(next);
                }
                else
                {
                    left.Enqueue(next);
                }
            }
        }

        return moved;
    }

    // Each may take a second or two: some beside each other, and then it is looked again for what is due.
    private async Task<int> AdvanceHeldAsync(ConcurrentQueue<Part> held, CancellationToken cancellationToken)
    {
        var parts = new List<Task<int>>();
        while (parts.Count < sizes.Together && held.TryDequeue(out var part))
        {
            parts.Add(AdvanceAsync(part with { IsHeld = false }, held, cancellationToken));
        }

        return (await Task.WhenAll(parts)).Sum();
    }

    /// <summary>Answers how many were moved, and what is to be tried in halves.</summary>
    private async Task<(int Moved, Part? Halves)> AdvancePartAsync(Part part, CancellationToken cancellationToken)
    {
        try
        {
            return await AdvanceTogetherAsync(part, cancellationToken);
        }
        catch (Exception error) when (error is IStoreAway)
        {
            _pace.Away(part.Pages.Count);
            LogStoreAway(part.Pages.Count, error);
            return (0, null);
        }
        catch (Exception error) when (part.Pages.Count > 1 && error is not OperationCanceledException)
        {
            LogBatchFailed(part.Pages.Count, error);
            return (0, part with { PastEnd = true });
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Its claim ends by itself, and then it is tried again.
            LogPageFailed(part.Pages[0], error);
            return (0, null);
        }
    }

    private async Task<(int Moved, Part? Halves)> AdvanceTogetherAsync(Part part, CancellationToken cancellationToken)
    {
        var left = part;
        for (var attempt = 0; attempt < MostTries && left.Pages.Count > 0 && (attempt == 0 || clock.GetCurrentInstant() < part.Until); attempt++)
        {
            var before = left.Pages.Count;
            var written = await AdvanceOnceAsync(left.Pages, left.WasLate, cancellationToken);
            left = left with { Pages = written.Lost, WasLate = left.WasLate || written.IsLate };
            if (written.Why == NotWritten.Blocked && (before > 1 || attempt > 0))
            {
                // Another transaction holds one of them, or what it needs. That one is tried again when its claim ends: meanwhile others fall due.
                LogBlocked(before);
                return (part.Pages.Count - before, before > 1 && part.IsFirst ? left with { PastEnd = true, IsHeld = true } : null);
            }

            // All of them overtaken twice: on a slow database a batch may be too old by the time that it is read. Half of it is read and written sooner.
            if (before > 1 && (written.IsLate || (attempt > 0 && left.Pages.Count == before)))
            {
                _pace.Late(before);
                return (part.Pages.Count - before, left with { PastEnd = false });
            }
        }

        if (left.Pages.Count > 0)
        {
            LogLeft(left.Pages.Count, MostTries);
        }

        return (part.Pages.Count - left.Pages.Count, null);
    }

    /// <param name="Until">When its claim ends.</param>
    /// <param name="IsFirst">They were claimed for the first time in this run. What is claimed again is being divided already.</param>
    /// <param name="PastEnd">It is tried past the end of its claim too: that one page cannot be advanced is no reason to leave others.</param>
    /// <param name="WasLate">It was decided before, and came too late.</param>
    /// <param name="IsHeld">Another transaction holds one of them, or what it needs.</param>
    private sealed record Part(IReadOnlyList<PageId> Pages, Instant Until, bool IsFirst, bool PastEnd, bool WasLate = false, bool IsHeld = false);
}
