using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>
/// Looks at one part of the installation. Register another one and its alarms stand on the board: they are raised, cleared, audited and
/// shown like the rest.
/// </summary>
public interface IAlarmSource
{
    /// <summary>What it looks at. When it throws, alarms of these kinds stay as they are.</summary>
    IReadOnlyCollection<AlarmKind> Kinds { get; }

    /// <summary>
    /// What is wrong now. Every node asks each 5 s, and all must come to the same answer: go by the database, and read little.
    /// </summary>
    /// <param name="standing">The alarms that stand, for limits that are easier to keep than to break.</param>
    Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken);
}
