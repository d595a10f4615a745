using OnCall.Domain.Audit;

namespace OnCall.Application.Access;

/// <summary>Writes an entry of an act that changes nothing else.</summary>
public interface IAccessTrail
{
    Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken);
}
