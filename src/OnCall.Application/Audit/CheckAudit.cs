using NodaTime;
using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>Checks the audit trail: every seal, every entry, every anchor. Writes nothing, and keeps a batch in memory at a time.</summary>
public sealed class CheckAudit(IAuditSeals seals, IClock clock)
{
    /// <summary>So many findings are told; the rest is counted.</summary>
    public const int MostFindings = 1000;

    /// <summary>An entry that is younger may still wait for the sealer.</summary>
    public static readonly Duration Grace = Duration.FromSeconds(10);

    /// <summary>An entry that is sealed later than this after its time is told. The sealer comes each second; clocks of nodes differ.</summary>
    public static readonly Duration LateAfter = Duration.FromMinutes(1);

    /// <summary>So many late ones are told; the rest is counted.</summary>
    public const int MostLate = 100;

    private const int Batch = 2000;

    /// <summary>How many numbers one statement looks through for entries without a seal.</summary>
    public long Window { get; init; } = SealAudit.OneWindow;

    /// <param name="from">The first place to be checked, from 1. What stands before is taken for right.</param>
    public async Task<AuditVerdict> RunAsync(long from, IReadOnlyList<AnchorLine> anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        var found = new Told<AuditFinding>(MostFindings);
        var late = new Told<AuditLink>(MostLate);
        foreach (var line in anchors.Where(a => a.Anchor is null))
        {
            found.Add([new(AuditFindingKind.AnchorNotMatched, null, null, null, $"Line {line.Number} of the anchors is none that OnCall wrote.")]);
        }

        var known = anchors.Select(a => a.Anchor).OfType<AuditAnchor>().ToList();
        var before = from > 1 ? await seals.AtAsync(from - 1, cancellationToken) : null;
        var check = new ChainCheck(known, from, before?.Hash);
        var count = 0L;
        IReadOnlyList<AuditLink> links;
        do
        {
            var after = check.Head?.Place ?? from - 1;
            links = await seals.LinksAsync(after, Batch, cancellationToken);
            foreach (var link in links)
            {
                found.Add(check.Walk(link));
                if (link.Entry is { } entry && link.Seal.SealedAt - entry.At > LateAfter)
                {
                    late.Add([link]);
                }
            }

            count += links.Count > 0 ? await seals.CountAsync(after + 1, links[^1].Seal.Place, cancellationToken) : 0;
        }
        while (links.Count == Batch);
        found.Add(check.End());
        if (count > check.Places)
        {
            found.Add([new(AuditFindingKind.PlaceTwice, null, null, null, $"There are {count} seals for {check.Places} places.")]);
        }

        await AddUnsealedAsync(found, cancellationToken);
        var compared = known.Count(a => a.Place >= from && a.Place <= (check.Head?.Place ?? 0));
        return new AuditVerdict(check.Places, check.Head, compared, found.First, found.More, late.First, late.More);
    }

    private async Task AddUnsealedAsync(Told<AuditFinding> found, CancellationToken cancellationToken)
    {
        var settled = clock.GetCurrentInstant() - Grace;
        var reached = 0L;
        while (await seals.NextEntryAsync(reached, cancellationToken) is { } next)
        {
            reached = SealAudit.WindowEnd(next, Window);
            var after = next - 1;
            IReadOnlyList<StoredAuditEntry> entries;
            do
            {
                entries = await seals.UnsealedAsync(after, reached, Batch, cancellationToken);
                found.Add(entries.Where(e => e.At <= settled).Select(e =>
                    new AuditFinding(AuditFindingKind.Unsealed, null, e.Seq, e, $"Entry {e.Seq} is not sealed, although it is of {e.At}.")));
                after = entries.Count > 0 ? entries[^1].Seq : after;
            }
            while (entries.Count == Batch);
        }
    }

    /// <summary>The first so many; the rest is counted.</summary>
    private sealed class Told<T>(int most)
    {
        private readonly List<T> _first = [];

        public IReadOnlyList<T> First => _first;

        public long More { get; private set; }

        public void Add(IEnumerable<T> items)
        {
            foreach (var item in items)
            {
                if (_first.Count < most)
                {
                    _first.Add(item);
                }
                else
                {
                    More++;
                }
            }
        }
    }
}
