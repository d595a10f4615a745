namespace OnCall.Domain.Audit;

/// <summary>Something that is wrong with the audit trail.</summary>
/// <param name="Place">Of the chain; null where the entry has none.</param>
/// <param name="Seq">The entry's number, where it is known.</param>
/// <param name="Entry">As it stands now; null where there is none.</param>
/// <param name="What">One sentence.</param>
public sealed record AuditFinding(AuditFindingKind Kind, long? Place, long? Seq, StoredAuditEntry? Entry, string What);
