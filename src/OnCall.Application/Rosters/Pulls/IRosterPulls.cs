using NodaTime;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>The places that rosters are fetched from.</summary>
public interface IRosterPulls
{
    /// <summary>Null for an unknown code.</summary>
    Task<StoredPull?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>By code.</summary>
    Task<IReadOnlyList<StoredPull>> AllAsync(CancellationToken cancellationToken);

    /// <summary>How those stand that are on.</summary>
    Task<IReadOnlyList<RosterPullState>> StatesAsync(CancellationToken cancellationToken);

    /// <summary>The codes of those that are on, due and claimed by nobody; the longest due first.</summary>
    Task<IReadOnlyList<string>> DueAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Writes settings over those of the version before, and makes it due at once. False when somebody else wrote first.</summary>
    Task<bool> SaveAsync(StoredPull pull, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>False when it is gone already.</summary>
    Task<bool> DeleteAsync(RosterPullId pull, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>False when another has it, or <paramref name="whenDue"/> is asked and it is not due or off.</summary>
    /// <param name="until">From when on others may take it, should the claimer have died.</param>
    Task<bool> ClaimAsync(RosterPullId pull, Guid claim, bool whenDue, Instant now, Instant until, CancellationToken cancellationToken);

    /// <summary>What the last success took, or what was held and published by hand since; null before the first.</summary>
    Task<IReadOnlyCollection<TakenShift>?> TakenAsync(RosterPullId pull, CancellationToken cancellationToken);

    /// <summary>Writes all of it and ends the claim. False when the claim or the settings are not those any more: nothing is written then.</summary>
    Task<bool> FinishAsync(PullResult result, CancellationToken cancellationToken);
}
