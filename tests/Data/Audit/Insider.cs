using OnCall.Domain.Audit;

namespace OnCall.Data.Tests.Audit;

/// <summary>Somebody with the database file and a program that opens it.</summary>
internal sealed class Insider
{
    private static readonly string[] Texts = ["actor", "action", "subject", "detail"];
    private readonly AuditBench _bench;
    private readonly IReadOnlyList<AuditLink> _chain;
    private readonly Func<Random, Task<Tampering>>[] _ways;

    private Insider(AuditBench bench, IReadOnlyList<AuditLink> chain)
    {
        (_bench, _chain) = (bench, chain);
        _ways =
        [
            AlterAsync, AlterTimeAsync, DeleteAsync, ExchangeAsync, DuplicateAsync, InsertAsync, RenumberAsync, AlterHashAsync, AlterSealTimeAsync,
            DeleteSealAsync, ExchangePlacesAsync, ExchangeEntriesOfSealsAsync, CutOffAsync, MakeAnewAsync,
        ];
    }

    public const int Ways = 14;

    public static async Task<Insider> OfAsync(AuditBench bench)
    {
        await bench.ExecuteAsync(
            """
            drop trigger audit_entry_is_not_changed; drop trigger audit_entry_is_not_deleted;
            drop trigger audit_seal_is_not_changed; drop trigger audit_seal_is_not_deleted;
            create table kept_entry as select seq, at, actor, action, subject, detail from audit_entry;
            create table kept_seal as select place, entry_seq, hash, sealed_at from audit_seal;
            """);
        return new Insider(bench, await bench.ChainAsync());
    }

    public Task<Tampering> TamperAsync(int seed)
    {
        var random = new Random(seed);
        return _ways[seed % _ways.Length](random);
    }

    public Task UndoAsync() => _bench.ExecuteAsync(
        """
        delete from audit_entry; insert into audit_entry select seq, at, actor, action, subject, detail from kept_entry;
        delete from audit_seal; insert into audit_seal select place, entry_seq, hash, sealed_at from kept_seal;
        """);

    private AuditLink Any(Random random) => _chain[random.Next(_chain.Count)];

    private (AuditLink A, AuditLink B) Two(Random random)
    {
        var first = random.Next(_chain.Count);
        var second = (first + 1 + random.Next(_chain.Count - 1)) % _chain.Count;
        return (_chain[first], _chain[second]);
    }

    private async Task<Tampering> AlterAsync(Random random)
    {
        var (link, column) = (Any(random), Texts[random.Next(Texts.Length)]);
        var change = random.Next(3) switch { 0 => "''", 1 => $"{column} || ' '", _ => $"'x' || substr({column}, 2)" };
        await _bench.ExecuteAsync($"update audit_entry set {column} = {change} where seq = @seq", new { seq = link.Entry!.Seq });
        return new("alter a text", $"{column} of {link.Entry.Seq} to {change}", (link.Entry.Seq, null));
    }

    private async Task<Tampering> AlterTimeAsync(Random random)
    {
        var link = Any(random);
        await _bench.ExecuteAsync("update audit_entry set at = at + @by where seq = @seq", new { seq = link.Entry!.Seq, by = random.Next(1, 100_000) });
        return new("alter a time", $"at of {link.Entry.Seq}", (link.Entry.Seq, null));
    }

    private async Task<Tampering> DeleteAsync(Random random)
    {
        var link = Any(random);
        await _bench.ExecuteAsync("delete from audit_entry where seq = @seq", new { seq = link.Entry!.Seq });
        return new("delete an entry", $"{link.Entry.Seq}", (link.Entry.Seq, null));
    }

    private async Task<Tampering> ExchangeAsync(Random random)
    {
        var (a, b) = Two(random);
        await _bench.ExecuteAsync(
            """
            update audit_entry set seq = -1 where seq = @a; update audit_entry set seq = @a where seq = @b; update audit_entry set seq = @b where seq = -1;
            """,
            new { a = a.Entry!.Seq, b = b.Entry!.Seq });
        return new("exchange two entries", $"{a.Entry.Seq} and {b.Entry.Seq}", (a.Entry.Seq, null), (b.Entry.Seq, null));
    }

    private async Task<Tampering> DuplicateAsync(Random random)
    {
        var link = Any(random);
        var seq = _chain.Max(l => l.Entry!.Seq) + random.Next(1, 50);
        await _bench.ExecuteAsync(
            "insert into audit_entry (seq, at, actor, action, subject, detail) select @seq, at, actor, action, subject, detail from audit_entry where seq = @of",
            new { seq, of = link.Entry!.Seq });
        return new("duplicate an entry", $"{link.Entry.Seq} as {seq}", (seq, null));
    }

    // Between two others, whose places move up.
    private async Task<Tampering> InsertAsync(Random random)
    {
        var place = Any(random).Seal.Place;
        var seq = _chain.Max(l => l.Entry!.Seq) + 1;
        var hash = new byte[32];
        random.NextBytes(hash);
        await _bench.ExecuteAsync(
            """
            insert into audit_entry (seq, at, actor, action, subject, detail) select @seq, at, 'person:N666', action, subject, detail from audit_entry where seq = @of;
            update audit_seal set place = -place where place >= @place;
            update audit_seal set place = 1 - place where place < 0;
            insert into audit_seal (place, entry_seq, hash, sealed_at) values (@place, @seq, @hash, 0);
            """,
            new { seq, place, hash, of = _chain[0].Entry!.Seq });
        return new("insert with a forged place", $"{seq} at {place}", (seq, null));
    }

    private async Task<Tampering> RenumberAsync(Random random)
    {
        var link = Any(random);
        var seq = _chain.Max(l => l.Entry!.Seq) + random.Next(1, 50);
        await _bench.ExecuteAsync("update audit_entry set seq = @seq where seq = @of", new { seq, of = link.Entry!.Seq });
        return new("renumber an entry", $"{link.Entry.Seq} as {seq}", (link.Entry.Seq, null), (seq, null));
    }

    private async Task<Tampering> AlterHashAsync(Random random)
    {
        var link = Any(random);
        var hash = Convert.FromHexString(link.Seal.Hash);
        hash[random.Next(hash.Length)] ^= (byte)(1 << random.Next(8));
        await _bench.ExecuteAsync("update audit_seal set hash = @hash where place = @place", new { hash, place = link.Seal.Place });
        return new("alter a hash", $"place {link.Seal.Place}", (link.Entry!.Seq, null));
    }

    private async Task<Tampering> AlterSealTimeAsync(Random random)
    {
        var link = Any(random);
        await _bench.ExecuteAsync("update audit_seal set sealed_at = sealed_at - @by where place = @place", new { by = random.Next(1, 100_000), place = link.Seal.Place });
        return new("alter the time of a seal", $"place {link.Seal.Place}", (link.Entry!.Seq, null));
    }

    private async Task<Tampering> DeleteSealAsync(Random random)
    {
        var link = Any(random);
        await _bench.ExecuteAsync("delete from audit_seal where place = @place", new { place = link.Seal.Place });
        return new("delete a seal", $"place {link.Seal.Place}", (link.Entry!.Seq, null));
    }

    private async Task<Tampering> ExchangePlacesAsync(Random random)
    {
        var (a, b) = Two(random);
        await _bench.ExecuteAsync(
            "update audit_seal set place = -1 where place = @a; update audit_seal set place = @a where place = @b; update audit_seal set place = @b where place = -1;",
            new { a = a.Seal.Place, b = b.Seal.Place });
        return new("exchange two places", $"{a.Seal.Place} and {b.Seal.Place}", (a.Entry!.Seq, null), (b.Entry!.Seq, null));
    }

    private async Task<Tampering> ExchangeEntriesOfSealsAsync(Random random)
    {
        var (a, b) = Two(random);
        await _bench.ExecuteAsync(
            """
            update audit_seal set entry_seq = -1 where place = @a; update audit_seal set entry_seq = @seqA where place = @b;
            update audit_seal set entry_seq = @seqB where place = @a;
            """,
            new { a = a.Seal.Place, b = b.Seal.Place, seqA = a.Seal.EntrySeq, seqB = b.Seal.EntrySeq });
        return new("let two seals name each other's entry", $"{a.Seal.Place} and {b.Seal.Place}", (a.Entry!.Seq, null), (b.Entry!.Seq, null));
    }

    private async Task<Tampering> CutOffAsync(Random random)
    {
        var link = Any(random);
        await _bench.ExecuteAsync(
            "delete from audit_entry where seq in (select entry_seq from audit_seal where place >= @place); delete from audit_seal where place >= @place;",
            new { place = link.Seal.Place });
        return new("cut off the end", $"from {link.Seal.Place}", (null, FirstAnchorFrom(link.Seal.Place)));
    }

    private async Task<Tampering> MakeAnewAsync(Random random)
    {
        var from = Any(random).Seal.Place;
        await _bench.ExecuteAsync("update audit_entry set actor = 'person:N666' where seq = @seq", new { seq = _chain[(int)from - 1].Seal.EntrySeq });
        var hash = from == 1 ? AuditChain.Origin : _chain[(int)from - 2].Seal.Hash;
        foreach (var link in (await _bench.ChainAsync()).Where(l => l.Seal.Place >= from))
        {
            var seal = AuditChain.Seal(hash, link.Seal.Place, link.Seal.SealedAt, link.Entry!);
            await _bench.ExecuteAsync("update audit_seal set hash = @hash where place = @place", new { hash = Convert.FromHexString(seal.Hash), place = seal.Place });
            hash = seal.Hash;
        }

        return new("make the chain anew", $"from {from}", (null, FirstAnchorFrom(from)));
    }

    private static long FirstAnchorFrom(long place) => place <= 20 ? 20 : place <= 40 ? 40 : 60;
}
