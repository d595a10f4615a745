using NodaTime;
using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>
/// Binds entries of the audit trail into the chain, after the act and outside its transaction. Of several nodes one does so: whoever sealed last
/// goes on, and the others look on until an entry has waited for <see cref="Patience"/>. Should two seal at once, the place decides: one of
/// them finds it taken, and nothing of its own is written. Of each node there is one, called by one caller at a time.
/// </summary>
public sealed class SealAudit(IAuditSeals seals, IClock clock)
{
    /// <summary>How long entries wait before another node takes over from one that no longer seals.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(3);

    /// <summary>So many numbers one statement looks through: a whole trail takes longer than a statement may.</summary>
    internal const long OneWindow = 100_000;

    private const int Batch = 1000;

    // A number is given before the commit: so far below the highest one that is sealed, one that was late is looked for each time.
    private const long Near = 500;
    private static readonly Duration WideEvery = Duration.FromMinutes(1);
    private static readonly Duration WholeEvery = Duration.FromDays(1);
    private static readonly Duration AgainAfter = Duration.FromMinutes(1);

    private long? _left;
    private Instant? _widelyAt;
    private Instant? _whollyAt;
    private Instant? _failedAt;

    // How far the whole look has come that is under way.
    private long _reached;

    /// <summary>How many numbers a look back looks through.</summary>
    public long Window { get; init; } = OneWindow;

    /// <summary>Seals what is not sealed near the end of the trail.</summary>
    /// <returns>How many entries this call has sealed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Above the last that is sealed nothing is: what there is to be read ends with the first batch.
        var head = await seals.HeadAsync(cancellationToken);
        return (await SealAsync(head, Math.Max(0, head.LastSeq - Near), long.MaxValue, cancellationToken)).Sealed;
    }

    /// <summary>
    /// Seals what was left behind: looks through one window of numbers. The last one comes each minute, and the whole trail once a day, a window
    /// at each call. Apart from <see cref="RunAsync"/>, so that new entries are sealed whatever becomes of it.
    /// </summary>
    /// <returns>False while it waits after a failure.</returns>
    public async Task<bool> LookBackAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!IsDue(_failedAt, AgainAfter, now))
        {
            return false;
        }

        var isWide = IsDue(_widelyAt, WideEvery, now);
        if (!isWide && !IsDue(_whollyAt, WholeEvery, now))
        {
            return true;
        }

        _failedAt = now;
        var head = await seals.HeadAsync(cancellationToken);
        if (isWide)
        {
            var (_, isThrough) = await SealAsync(head, Math.Max(0, head.LastSeq - Window), head.LastSeq, cancellationToken);
            _widelyAt = isThrough ? now : _widelyAt;
        }
        else if (await seals.NextEntryAsync(_reached, cancellationToken) is { } next)
        {
            var until = WindowEnd(next, Window);
            var (_, isThrough) = await SealAsync(head, next - 1, until, cancellationToken);
            _reached = isThrough ? until : _reached;
        }
        else
        {
            (_reached, _whollyAt) = (0, now);
        }

        _failedAt = null;
        return true;
    }

    // Not through where another is at it.
    private async Task<(int Sealed, bool IsThrough)> SealAsync(ChainHead head, long after, long until, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (_left is { } left && left != head.Place)
        {
            var lying = await seals.UnsealedAsync(after, until, 1, cancellationToken);
            if (lying is not [var oldest] || now - oldest.At < Patience)
            {
                return (0, lying.Count == 0);
            }
        }

        var before = head.Place;
        IReadOnlyList<StoredAuditEntry> entries;
        do
        {
            entries = await seals.UnsealedAsync(after, until, Batch, cancellationToken);
            if (entries.Count > 0)
            {
                if (await LinkAsync(head, entries, now, cancellationToken) is not { } next)
                {
                    return ((int)(head.Place - before), false);
                }

                (head, after) = (next, entries[^1].Seq);
            }
        }
        while (entries.Count == Batch);

        _left = head.Place;
        return ((int)(head.Place - before), true);
    }

    // Null when another was quicker.
    private async Task<ChainHead?> LinkAsync(ChainHead head, IReadOnlyList<StoredAuditEntry> entries, Instant now, CancellationToken cancellationToken)
    {
        var (links, hash, place) = (new List<AuditSeal>(entries.Count), head.Hash, head.Place);
        foreach (var entry in entries)
        {
            var seal = AuditChain.Seal(hash, ++place, now, entry);
            links.Add(seal);
            hash = seal.Hash;
        }

        if (await seals.AddAsync(links, cancellationToken))
        {
            return new ChainHead(place, hash, Math.Max(head.LastSeq, entries[^1].Seq));
        }

        // From now on it looks on.
        _left = head.Place;
        return null;
    }

    /// <summary>The last number of the window that begins with this one.</summary>
    internal static long WindowEnd(long first, long window) => first > long.MaxValue - window ? long.MaxValue : first - 1 + window;

    private static bool IsDue(Instant? last, Duration every, Instant now) => last is not { } at || now < at || now - at >= every;
}
