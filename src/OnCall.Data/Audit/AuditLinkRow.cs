using NodaTime;
using OnCall.Domain.Audit;

namespace OnCall.Data.Audit;

/// <summary>A place of the chain with its entry, as a row.</summary>
internal sealed class AuditLinkRow : AuditEntryRow
{
    public long Place { get; set; }

    public long EntrySeq { get; set; }

    public byte[] Hash { get; set; } = [];

    public Instant SealedAt { get; set; }

    public AuditSeal ToSeal() => new(Place, EntrySeq, Convert.ToHexStringLower(Hash), SealedAt);

    public AuditLink ToLink() => new(ToSeal(), Seq is null ? null : ToEntry());
}
