using OnCall.Domain.Audit;
using OnCall.Domain.Escalation;

namespace OnCall.Application.Directory;

/// <summary>The escalation policies.</summary>
public interface IPolicyStore
{
    Task<EscalationPolicy?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>Every policy, by code.</summary>
    Task<IReadOnlyList<EscalationPolicy>> AllAsync(CancellationToken cancellationToken);

    Task<SaveResult> SaveAsync(EscalationPolicy policy, bool isNew, AuditEntry audit, CancellationToken cancellationToken);
}
