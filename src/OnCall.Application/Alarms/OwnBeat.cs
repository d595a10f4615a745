using NodaTime;
using OnCall.Application.Audit;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Rosters.Paper;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>What this node has to say about itself.</summary>
public sealed class OwnBeat(
    NodeName node, WatchSettings settings, IEngineHealth engine, IMachine machine, ChannelRecords channels, WatchdogRecord watchdog, PaperRecord paper, AuditRecord audit,
    IClock clock)
{
    public string Node => node.Value;

    public Instant StartedAt { get; } = clock.GetCurrentInstant();

    public NodeBeat At(Instant now) => new(
        node.Value, settings.Engine, StartedAt, now, settings.Engine ? engine.LastSweep : null, machine.ClockOffset, machine.Disk,
        watchdog.FailingSince, channels.Streaks)
    {
        PaperAt = paper.PrintedAt,
        Audit = audit.Trouble,
    };
}
