using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>An alarm on the desk's board. At most one stands for a kind and subject.</summary>
/// <param name="Since">When what is wrong began.</param>
/// <param name="LastSeen">When it was last found to be so, to within <see cref="AlarmRules.SeenEvery"/>.</param>
/// <param name="ClearedAt">Null while it stands.</param>
public sealed record Alarm(
    AlarmId Id, AlarmKind Kind, string Subject, AlarmSeverity Severity, string Detail, Instant Since, Instant LastSeen, Instant? ClearedAt)
{
    public (AlarmKind Kind, string Subject) Key => (Kind, Subject);
}
