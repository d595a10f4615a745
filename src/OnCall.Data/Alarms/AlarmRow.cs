using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Data.Alarms;

/// <summary>An alarm, as a row.</summary>
internal sealed class AlarmRow
{
    public AlarmId Id { get; set; }

    public string Kind { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Severity { get; set; } = "";

    public string Detail { get; set; } = "";

    public Instant Since { get; set; }

    public Instant LastSeen { get; set; }

    public Instant? ClearedAt { get; set; }

    public Alarm ToAlarm() => new(Id, Enum.Parse<AlarmKind>(Kind), Subject, Enum.Parse<AlarmSeverity>(Severity), Detail, Since, LastSeen, ClearedAt);
}
