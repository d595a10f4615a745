using NodaTime;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;

namespace OnCall.Application.Alarms;

/// <summary>The alarms. Several nodes may find the same at once: one of them raises it, one clears it, and one entry of the audit tells of each.</summary>
public interface IAlarmStore
{
    /// <summary>The alarms that stand.</summary>
    Task<IReadOnlyList<Alarm>> StandingAsync(CancellationToken cancellationToken);

    /// <summary>Those cleared most lately, newest first.</summary>
    Task<IReadOnlyList<Alarm>> ClearedAsync(int most, CancellationToken cancellationToken);

    /// <returns>False when one of this kind and subject stands already: then nothing is written.</returns>
    Task<bool> RaiseAsync(Alarm alarm, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Writes what those that still stand are like now.</summary>
    Task SeeAsync(IReadOnlyCollection<Alarm> alarms, CancellationToken cancellationToken);

    /// <returns>False when another node has cleared it, or has just seen it again: then nothing is written.</returns>
    Task<bool> ClearAsync(Alarm alarm, Instant now, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Deletes what was cleared before that instant.</summary>
    Task PurgeAsync(Instant before, CancellationToken cancellationToken);
}
