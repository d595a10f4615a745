using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>An entry with its seal.</summary>
/// <param name="Place">Null while it is not sealed.</param>
/// <param name="Hash">In lower-case hex; null while it is not sealed.</param>
/// <param name="Words">What somebody wrote, which stands sealed in the detail; null where nobody did.</param>
public sealed record FoundAuditEntry(StoredAuditEntry Entry, long? Place, string? Hash, string? Words = null);
