using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>Writes entries of what changes nothing else: whoever changes something writes them in the same transaction.</summary>
public interface IAuditWriter
{
    Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken);
}
