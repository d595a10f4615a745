using NodaTime;
using OnCall.Domain.Audit;
using Xunit;

namespace OnCall.Domain.Tests.Audit;

/// <summary>A chain of ten that somebody has laid hands on: what the check says, and of which entry.</summary>
public sealed class ChainCheckTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 27, 8, 30);

    [Fact]
    public void A_sound_chain_has_no_findings() => Assert.Empty(Check(Ten(), new AuditAnchor(10, Ten()[9].Seal.Hash, Start, 10)));

    [Fact]
    public void An_altered_entry_is_named_and_no_other()
    {
        var chain = Ten();
        chain[4] = chain[4] with { Entry = chain[4].Entry! with { Actor = "person:N666" } };
        Assert.Equal([(AuditFindingKind.Altered, 5L, 105L)], Said(Check(chain)));
    }

    [Fact]
    public void An_altered_last_entry_is_named()
    {
        var chain = Ten();
        chain[9] = chain[9] with { Entry = chain[9].Entry! with { Detail = null } };
        Assert.Equal([(AuditFindingKind.Altered, 10L, 110L)], Said(Check(chain)));
    }

    [Fact]
    public void An_altered_seal_is_told_from_an_altered_entry()
    {
        var chain = Ten();
        chain[4] = chain[4] with { Seal = chain[4].Seal with { Hash = AuditChain.Origin } };
        Assert.Equal([(AuditFindingKind.SealAltered, 5L, 105L)], Said(Check(chain)));
    }

    [Fact]
    public void An_entry_that_is_gone_is_named()
    {
        var chain = Ten();
        chain[2] = chain[2] with { Entry = null };
        Assert.Equal([(AuditFindingKind.EntryMissing, 3L, 103L)], Said(Check(chain)));
    }

    [Fact]
    public void A_place_that_is_gone_is_named_and_the_next_cannot_be_checked()
    {
        var chain = Ten();
        chain.RemoveAt(6);
        Assert.Equal([(AuditFindingKind.PlaceMissing, 7L, null), (AuditFindingKind.Uncheckable, 8L, 108L)], Said(Check(chain)));
    }

    [Fact]
    public void A_place_that_stands_twice_is_named()
    {
        var chain = Ten();
        chain.Insert(6, chain[5]);
        Assert.Equal([(AuditFindingKind.PlaceTwice, 6L, 106L)], Said(Check(chain)));
    }

    [Fact]
    public void Entries_that_were_exchanged_are_both_named()
    {
        var chain = Ten();
        var (third, ninth) = (chain[2].Entry!, chain[8].Entry!);
        chain[2] = chain[2] with { Entry = ninth with { Seq = third.Seq } };
        chain[8] = chain[8] with { Entry = third with { Seq = ninth.Seq } };
        Assert.Equal([(AuditFindingKind.Reordered, 3L, 103L), (AuditFindingKind.Reordered, 9L, 109L)], Said(Check(chain)));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(2, 8)]
    [InlineData(8, 9)]
    public void Places_that_were_exchanged_are_both_named_and_those_after_them_are_not(int first, int second)
    {
        var chain = Ten();
        var (a, b) = (chain[first], chain[second]);
        chain[first] = b with { Seal = b.Seal with { Place = first + 1 } };
        chain[second] = a with { Seal = a.Seal with { Place = second + 1 } };
        Assert.Equal(
            [(AuditFindingKind.Reordered, first + 1L, 101L + second), (AuditFindingKind.Reordered, second + 1L, 101L + first)], Said(Check(chain)));
    }

    [Fact]
    public void A_chain_that_was_made_anew_does_not_fit_its_anchor()
    {
        var anchors = new[] { 3, 6, 10 }.Select(place => new AuditAnchor(place, Ten()[place - 1].Seal.Hash, Start, place)).ToArray();
        var finding = Assert.Single(Check(Ten(forgedFrom: 5), anchors));
        Assert.Equal((AuditFindingKind.AnchorNotMatched, 6L, 106L), (finding.Kind, finding.Place, finding.Seq));
        Assert.Contains("after place 3", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_whose_end_was_cut_off_does_not_fit_its_anchor() =>
        Assert.Equal([(AuditFindingKind.AnchorNotMatched, 10L, null)], Said(Check(Ten()[..7], new AuditAnchor(10, Ten()[9].Seal.Hash, Start, 10))));

    [Fact]
    public void The_walk_may_begin_within_the_chain()
    {
        var chain = Ten();
        chain[7] = chain[7] with { Entry = chain[7].Entry! with { Action = "page.close" } };
        var check = new ChainCheck([], first: 6, previous: chain[4].Seal.Hash);
        var found = chain.Skip(5).SelectMany(check.Walk).ToList();
        Assert.Equal([(AuditFindingKind.Altered, 8L, 108L)], Said([.. found, .. check.End()]));
        Assert.Equal(5, check.Places);
    }

    private static List<AuditFinding> Check(IEnumerable<AuditLink> chain, params AuditAnchor[] anchors)
    {
        var check = new ChainCheck(anchors);
        var found = chain.SelectMany(check.Walk).ToList();
        return [.. found, .. check.End()];
    }

    private static IEnumerable<(AuditFindingKind, long?, long?)> Said(IEnumerable<AuditFinding> findings) => findings.Select(f => (f.Kind, f.Place, f.Seq));

    private static List<AuditLink> Ten(int? forgedFrom = null)
    {
        var (chain, previous) = (new List<AuditLink>(), AuditChain.Origin);
        for (var place = 1; place <= 10; place++)
        {
            var actor = place >= forgedFrom ? "person:N666" : "person:N004";
            var entry = new StoredAuditEntry(100 + place, Start + Duration.FromSeconds(place), actor, "page.send", $"page:{place}", "{}");
            var seal = AuditChain.Seal(previous, place, Start + Duration.FromSeconds(place + 1), entry);
            (previous, _) = (seal.Hash, seal.Place);
            chain.Add(new AuditLink(seal, entry));
        }

        return chain;
    }
}
