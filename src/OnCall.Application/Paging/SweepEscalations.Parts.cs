using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <content>How a batch goes through, and what becomes of the rest where one of its pages cannot be advanced.</content>
public sealed partial class SweepEscalations
{
    // Far fewer than a pool has connections.
    private const int MostHeld = 16;

    // Halves of what could not be advanced together come behind all others, so that most pages go on soon beside one that cannot, however long it takes to find it.
    private async Task<int> AdvanceAsync(Part whole, HeldParts held, CancellationToken cancellationToken)
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
                    held.Put(next);
                }
                else
                {
                    left.Enqueue(next);
                }
            }
        }

        return moved;
    }

    // Each may take a second or two, in which it only waits: many beside each other, and then it is looked again for what is due.
    private async Task<int> AdvanceHeldAsync(HeldParts held, CancellationToken cancellationToken)
    {
        var parts = new List<Task<int>>();
        while (parts.Count < MostHeld && held.TryTake(out var part))
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
            if (written.Why == NotWritten.Blocked && before > 1 && !part.IsDivided)
            {
                LogBlocked(before);
                return (part.Pages.Count - before, left with { PastEnd = true, IsHeld = true });
            }

            // Another transaction holds it, or what it needs. It is tried again when its claim ends: meanwhile others fall due.
            if (written.Why == NotWritten.Blocked && (before > 1 || attempt > 0 || clock.GetCurrentInstant() >= part.Until))
            {
                LogHeld(before);
                return (part.Pages.Count - before, null);
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
    /// <param name="IsDivided">Parts with them wait for their turn already: they are not divided once more.</param>
    /// <param name="PastEnd">It is tried past the end of its claim too: that one page cannot be advanced is no reason to leave others.</param>
    /// <param name="WasLate">It was decided before, and came too late.</param>
    /// <param name="IsHeld">Another transaction holds one of them, or what it needs.</param>
    private sealed record Part(IReadOnlyList<PageId> Pages, Instant Until, bool IsDivided, bool PastEnd, bool WasLate = false, bool IsHeld = false);

    /// <summary>Parts that wait for what another transaction holds.</summary>
    private sealed class HeldParts
    {
        private readonly ConcurrentQueue<Part> _parts = new();
        private readonly ConcurrentDictionary<PageId, bool> _pages = new();

        public bool IsEmpty => _parts.IsEmpty;

        /// <summary>True for a page of a part that waits.</summary>
        public bool IsDivided(PageId page) => _pages.ContainsKey(page);

        public void Put(Part part)
        {
            foreach (var page in part.Pages)
            {
                _pages[page] = true;
            }

            _parts.Enqueue(part);
        }

        public bool TryTake([MaybeNullWhen(false)] out Part part)
        {
            if (!_parts.TryDequeue(out part))
            {
                return false;
            }

            foreach (var page in part.Pages)
            {
                _pages.TryRemove(page, out _);
            }

            return true;
        }
    }
}
