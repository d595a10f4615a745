using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Data.Alarms;

/// <summary>A node's heartbeat, as a row.</summary>
internal sealed class NodeBeatRow
{
    public string Node { get; set; } = "";

    public bool Engine { get; set; }

    public Instant StartedAt { get; set; }

    public Instant At { get; set; }

    public Instant? LastSweep { get; set; }

    public long ClockOffsetMs { get; set; }

    public long? DiskFree { get; set; }

    public long? DiskSize { get; set; }

    public Instant? WatchdogFailingSince { get; set; }

    public string Channels { get; set; } = "";

    public Instant? PaperAt { get; set; }

    public Instant? SealsFailingSince { get; set; }

    public Instant? AnchorFailingSince { get; set; }

    public Instant? ReadsFailingSince { get; set; }

    public NodeBeat ToBeat() => new(
        Node, Engine, StartedAt, At, LastSweep, Duration.FromMilliseconds(ClockOffsetMs),
        DiskFree is { } free && DiskSize is { } size ? new DiskSpace(free, size) : null,
        WatchdogFailingSince, StreaksJson.Read(Channels))
    {
        PaperAt = PaperAt,
        Audit = new AuditTrouble(SealsFailingSince, AnchorFailingSince, ReadsFailingSince),
    };
}
