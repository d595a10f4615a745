using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>The alarm that a node raises in its own memory.</summary>
public static class DatabaseRules
{
    public static ObservedAlarm Unreachable(Instant since) => new(
        AlarmKind.DatabaseUnreachable, "database", AlarmSeverity.Critical, "The database does not answer, or cannot be written.", since);
}
