using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>What a node last wrote about itself.</summary>
/// <param name="Node">As in claims: the machine's name first, then what is new at each start.</param>
/// <param name="Engine">Whether it is meant to sweep and to send.</param>
/// <param name="LastSweep">The end of its last good sweep.</param>
/// <param name="ClockOffset">The database's clock minus this machine's.</param>
/// <param name="Disk">Null where it cannot be read.</param>
/// <param name="WatchdogFailingSince">Since when the outside watchdog cannot be told; null when it can, or there is none.</param>
public sealed record NodeBeat(
    string Node,
    bool Engine,
    Instant StartedAt,
    Instant At,
    Instant? LastSweep,
    Duration ClockOffset,
    DiskSpace? Disk,
    Instant? WatchdogFailingSince,
    IReadOnlyList<ChannelStreak> Channels)
{
    /// <summary>When it last put the paper roster into its folder; null when it has not since its start.</summary>
    public Instant? PaperAt { get; init; }

    /// <summary>What it cannot do for the audit trail.</summary>
    public AuditTrouble Audit { get; init; }

    /// <summary>A node that has not written for so long counts as gone. It writes every 5 s.</summary>
    public static readonly Duration GoneAfter = Duration.FromSeconds(15);

    /// <summary>The machine: what people know it by, and the same after a restart.</summary>
    public string Machine => Node.Split('/')[0];

    public bool IsAlive(Instant now) => now - At < GoneAfter;
}
