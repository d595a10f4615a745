using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Looks at what the nodes write about themselves: engines, clocks, disks, providers, the way to the watchdog, the audit trail.</summary>
public sealed class WatchedNodes(INodeBeats beats, OwnBeat own) : IAlarmSource
{
    private static readonly Duration Lately = Duration.FromHours(1);

    public IReadOnlyCollection<AlarmKind> Kinds { get; } =
    [
        AlarmKind.EngineStopped, AlarmKind.ClockDrift, AlarmKind.DiskFull, AlarmKind.WatchdogUnreachable, AlarmKind.StalePaper, AlarmKind.ProviderDown,
        AlarmKind.AuditUnsealed, AlarmKind.AuditAnchorFailed, AlarmKind.ReadsUnaudited,
    ];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken)
    {
        var nodes = await beats.SinceAsync(now - Lately, cancellationToken);
        return
        [
            .. EngineRules.Observe(nodes, standing, own.StartedAt, now),
            .. MachineRules.Observe(nodes, standing, now),
            .. ProviderRules.Observe(nodes, now),
            .. AuditTroubleRules.Observe(nodes, now),
        ];
    }
}
