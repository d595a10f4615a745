using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>An entry with its seal.</summary>
/// <param name="Place">Null while it is not sealed.</param>
/// <param name="Hash">In lower-case hex; null while it is not sealed.</param>
public sealed record FoundAuditEntry(StoredAuditEntry Entry, long? Place, string? Hash);
