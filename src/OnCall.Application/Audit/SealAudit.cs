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

    private const int Batch = 1000;

    // A number is given before the commit: so far below the highest one that is sealed, one that was late is looked for each time.
    private const long Near = 500;
    private const long Wide = 100_000;
    private static readonly Duration WideEvery = Duration.FromMinutes(1);
    private static readonly Duration WholeEvery = Duration.FromDays(1);

    private long? _left;
    private Instant? _widelyAt;
    private Instant? _whollyAt;

    /// <summary>Seals what is not sealed.</summary>
    /// <returns>How many entries this call has sealed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var head = await seals.HeadAsync(cancellationToken);
        var after = From(head, now);
        if (_left is { } left && left != head.Place && !await IsLeftLyingAsync(after, now, cancellationToken))
        {
            return 0;
        }

        var before = head.Place;
        IReadOnlyList<StoredAuditEntry> entries;
        do
        {
            entries = await seals.UnsealedAsync(after, Batch, cancellationToken);
            if (entries.Count > 0)
            {
                if (await LinkAsync(head, entries, now, cancellationToken) is not { } next)
                {
                    return (int)(head.Place - before);
                }

                (head, after) = (next, entries[^1].Seq);
            }
        }
        while (entries.Count == Batch);

        _left = head.Place;
        Looked(now);
        return (int)(head.Place - before);
    }

    private async Task<bool> IsLeftLyingAsync(long after, Instant now, CancellationToken cancellationToken) =>
        await seals.UnsealedAsync(after, 1, cancellationToken) is [var oldest] && now - oldest.At >= Patience;

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

    private long From(ChainHead head, Instant now) => IsDue(_whollyAt, WholeEvery, now) ? 0
        : Math.Max(0, head.LastSeq - (IsDue(_widelyAt, WideEvery, now) ? Wide : Near));

    private void Looked(Instant now)
    {
        _whollyAt = IsDue(_whollyAt, WholeEvery, now) ? now : _whollyAt;
        _widelyAt = IsDue(_widelyAt, WideEvery, now) ? now : _widelyAt;
    }

    private static bool IsDue(Instant? last, Duration every, Instant now) => last is not { } at || now < at || now - at >= every;
}
