namespace OnCall.Domain.Audit;

/// <summary>A place whose hash is not that of its entry.</summary>
/// <param name="Previous">The hash before it.</param>
/// <param name="Computed">What its own hash would be.</param>
internal sealed record Suspect(AuditLink Link, string Previous, string Computed)
{
    public AuditSeal Seal => Link.Seal;

    public StoredAuditEntry Entry => Link.Entry!;

    public AuditFinding Altered() => new(
        AuditFindingKind.Altered, Seal.Place, Entry.Seq, Entry, $"Entry {Entry.Seq} or its seal is not what was sealed as place {Seal.Place}.");

    /// <summary>Right, were this the hash before it.</summary>
    public bool Follows(string previous) => AuditChain.Hash(previous, Seal.Place, Seal.SealedAt, Entry) == Seal.Hash;

    /// <summary>Whether this place sealed what that one has now: its entry, under either number, or its entry with its seal.</summary>
    public bool Sealed(Suspect other, string previous) =>
        AuditChain.Hash(previous, Seal.Place, Seal.SealedAt, other.Entry) == Seal.Hash
        || AuditChain.Hash(previous, Seal.Place, Seal.SealedAt, other.Entry with { Seq = Entry.Seq }) == Seal.Hash
        || AuditChain.Hash(previous, Seal.Place, other.Seal.SealedAt, other.Entry) == other.Seal.Hash;
}
