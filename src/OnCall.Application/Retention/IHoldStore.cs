using OnCall.Domain.Audit;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>Keeps legal holds, also those that were lifted.</summary>
public interface IHoldStore
{
    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<LegalHold>> AllAsync(CancellationToken cancellationToken);

    Task<LegalHold?> FindAsync(HoldId hold, CancellationToken cancellationToken);

    /// <summary>Places it: from the commit on nothing of it goes. What is being purged at this moment is finished first.</summary>
    /// <returns>False when its page is gone.</returns>
    Task<bool> PlaceAsync(LegalHold hold, AuditEntry audit, CancellationToken cancellationToken);

    /// <returns>False when somebody has lifted it already.</returns>
    Task<bool> LiftAsync(HoldId hold, HoldLift lift, AuditEntry audit, CancellationToken cancellationToken);
}
