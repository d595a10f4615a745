namespace OnCall.Domain.Alarms;

/// <summary>What one look at the installation changes.</summary>
/// <param name="Raised">New ones.</param>
/// <param name="Seen">Those that go on and are to be written again, as they are now.</param>
/// <param name="Cleared">Those that are over.</param>
public sealed record AlarmChanges(IReadOnlyList<ObservedAlarm> Raised, IReadOnlyList<Alarm> Seen, IReadOnlyList<Alarm> Cleared);
