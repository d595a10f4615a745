namespace OnCall.Domain.Audit;

/// <summary>
/// Walks along the chain, place by place, and says what is wrong. Each place is held against the hash that stands before it, so that one change
/// is one finding and not every place after it. Keeps little in memory, however long the chain.
/// </summary>
public sealed class ChainCheck
{
    /// <summary>So many are compared with each other, to tell an exchange from two changes.</summary>
    private const int MostCompared = 16;

    private readonly Dictionary<long, List<AuditAnchor>> _anchors;
    private readonly List<AuditAnchor> _missed = [];
    private readonly List<Suspect> _compared = [];
    private string? _previous;
    private long _next;
    private Suspect? _pending;
    private long _lastGoodAnchor;

    /// <param name="anchors">Kept outside the database; those of places before <paramref name="first"/> are left out.</param>
    /// <param name="first">The first place to be walked.</param>
    /// <param name="previous">The hash before it; null where there is none.</param>
    public ChainCheck(IEnumerable<AuditAnchor> anchors, long first = 1, string? previous = null)
    {
        (_next, _previous) = (first, first == 1 ? AuditChain.Origin : previous);
        _anchors = anchors.Where(a => a.Place >= first).GroupBy(a => a.Place).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>The last place that was walked; null before the first.</summary>
    public AuditSeal? Head { get; private set; }

    /// <summary>How many places were walked.</summary>
    public long Places { get; private set; }

    /// <summary>The next row in the order of places.</summary>
    public IEnumerable<AuditFinding> Walk(AuditLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var found = new List<AuditFinding>();
        Places++;
        if (link.Seal.Place < _next)
        {
            return [new(AuditFindingKind.PlaceTwice, link.Seal.Place, link.Seal.EntrySeq, link.Entry, $"Place {link.Seal.Place} stands twice.")];
        }

        var sound = false;
        if (link.Seal.Place > _next)
        {
            found.AddRange(Settle(null));
            found.Add(Gone(_next, link.Seal.Place - 1));
            _previous = null;
        }
        else
        {
            found.AddRange(Settle(link));
            sound = found.Count > 0 && found[0].Kind == AuditFindingKind.SealAltered;
        }

        if (!sound)
        {
            found.AddRange(Judge(link));
        }

        found.AddRange(Anchored(link));
        (_previous, _next, Head) = (link.Seal.Hash, link.Seal.Place + 1, link.Seal);
        return found;
    }

    /// <summary>After the last row.</summary>
    public IEnumerable<AuditFinding> End()
    {
        foreach (var finding in Settle(null))
        {
            yield return finding;
        }

        foreach (var anchor in _anchors.Values.SelectMany(a => a).Where(a => a.Place >= _next).OrderBy(a => a.Place).Take(1))
        {
            yield return new(
                AuditFindingKind.AnchorNotMatched, anchor.Place, null, null,
                $"The anchor of {anchor.At} saw {anchor.Place} places, and the chain ends at {_next - 1}: its end is gone.");
        }

        foreach (var finding in SwappedEntries.Among(_compared))
        {
            yield return finding;
        }
    }

    private IEnumerable<AuditFinding> Judge(AuditLink link)
    {
        var seal = link.Seal;
        if (link.Entry is not { } entry)
        {
            yield return new(
                AuditFindingKind.EntryMissing, seal.Place, seal.EntrySeq, null, $"Entry {seal.EntrySeq} was sealed at {seal.SealedAt} and is gone.");
        }
        else if (_previous is null)
        {
            yield return new(AuditFindingKind.Uncheckable, seal.Place, entry.Seq, entry, $"Entry {entry.Seq} cannot be checked: the place before it is gone.");
        }
        else if (AuditChain.Hash(_previous, seal.Place, seal.SealedAt, entry) is var hash && hash != seal.Hash)
        {
            _pending = new Suspect(link, _previous, hash);
        }
    }

    // Whether the entry or its seal was changed shows at the next place: it was made from the true hash.
    private IEnumerable<AuditFinding> Settle(AuditLink? next)
    {
        if (_pending is not { } suspect)
        {
            yield break;
        }

        _pending = null;
        var (seal, entry) = (suspect.Seal, suspect.Entry);
        if (next?.Entry is { } follower && AuditChain.Hash(suspect.Computed, next.Seal.Place, next.Seal.SealedAt, follower) == next.Seal.Hash)
        {
            yield return new(AuditFindingKind.SealAltered, seal.Place, entry.Seq, entry, $"The seal of entry {entry.Seq} was changed; the entry is right.");
            yield break;
        }

        if (_compared.Count < MostCompared)
        {
            _compared.Add(suspect);
        }
        else
        {
            yield return suspect.Altered();
        }
    }

    private IEnumerable<AuditFinding> Anchored(AuditLink link)
    {
        if (!_anchors.TryGetValue(link.Seal.Place, out var anchors))
        {
            yield break;
        }

        if (anchors.Find(a => a.Hash != link.Seal.Hash) is not { } other)
        {
            _lastGoodAnchor = link.Seal.Place;
            yield break;
        }

        // One is enough: every anchor after it differs as well.
        if (_missed.Count == 0)
        {
            yield return new(
                AuditFindingKind.AnchorNotMatched, link.Seal.Place, link.Seal.EntrySeq, link.Entry,
                $"The anchor of {other.At} has another hash for place {link.Seal.Place}: the chain was made anew somewhere after place {_lastGoodAnchor}.");
        }

        _missed.Add(other);
    }

    private static AuditFinding Gone(long from, long to) => new(
        AuditFindingKind.PlaceMissing, from, null, null, from == to ? $"Place {from} of the chain is gone." : $"Places {from} to {to} of the chain are gone.");
}
