namespace OnCall.Domain.Audit;

/// <summary>A place of the chain with the entry that it names; null where there is none any more.</summary>
public sealed record AuditLink(AuditSeal Seal, StoredAuditEntry? Entry);
