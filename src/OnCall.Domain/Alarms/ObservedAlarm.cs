using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>Something that is wrong at this moment.</summary>
/// <param name="Subject">Which one, in a form that stays the same for as long as it lasts: a channel, a machine, a role's code.</param>
/// <param name="Detail">One sentence for people. It holds nothing that changes by the second, since each change is written.</param>
/// <param name="Since">When it began; null takes the moment at which it is first seen.</param>
public sealed record ObservedAlarm(AlarmKind Kind, string Subject, AlarmSeverity Severity, string Detail, Instant? Since = null)
{
    public (AlarmKind Kind, string Subject) Key => (Kind, Subject);
}
