using System.Globalization;
using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>What each machine says about itself: its clock, its disk, its way to the outside watchdog, its paper.</summary>
public static class MachineRules
{
    private const long MiB = 1024 * 1024;
    private const long LeastFree = 500 * MiB;
    private const long NoneLeft = 100 * MiB;
    private static readonly Duration Drift = Duration.FromSeconds(1);
    private static readonly Duration OldPaper = Duration.FromMinutes(30);

    /// <param name="nodes">Those that have written lately; the ones that are gone say nothing.</param>
    /// <param name="standing">The alarms that stand: their limits are easier to keep.</param>
    /// <param name="now">The installation's time.</param>
    public static IEnumerable<ObservedAlarm> Observe(IEnumerable<NodeBeat> nodes, IReadOnlyCollection<Alarm> standing, Instant now)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.Where(n => n.IsAlive(now))
            .SelectMany(n => new[] { Clock(n, standing), Disk(n, standing), Watchdog(n), Paper(n, now) })
            .OfType<ObservedAlarm>().DistinctBy(o => o.Key);
    }

    private static ObservedAlarm? Clock(NodeBeat node, IReadOnlyCollection<Alarm> standing)
    {
        var limit = Stands(standing, AlarmKind.ClockDrift, node) ? Drift / 2 : Drift;
        return node.ClockOffset > limit || node.ClockOffset < -limit
            ? new ObservedAlarm(
                AlarmKind.ClockDrift, node.Machine, AlarmSeverity.Serious,
                string.Create(CultureInfo.InvariantCulture, $"The clock of {node.Machine} is {Way(node.ClockOffset)} the database's by {Rough(node.ClockOffset)}."))
            : null;
    }

    private static ObservedAlarm? Disk(NodeBeat node, IReadOnlyCollection<Alarm> standing)
    {
        if (node.Disk is not { } disk)
        {
            return null;
        }

        // A tenth more than what raised it must be free before it is called enough again.
        var more = Stands(standing, AlarmKind.DiskFull, node) ? 1.1 : 1;
        var few = disk.Free < LeastFree * more;
        return few || disk.Free < disk.Size * 0.05 * more
            ? new ObservedAlarm(
                AlarmKind.DiskFull, node.Machine, disk.Free < NoneLeft ? AlarmSeverity.Critical : AlarmSeverity.Serious,
                $"Less than {(few ? "500 MiB" : "5 %")} of the disk under the data directory of {node.Machine} is free.")
            : null;
    }

    private static ObservedAlarm? Watchdog(NodeBeat node) => node.WatchdogFailingSince is { } since
        ? new ObservedAlarm(AlarmKind.WatchdogUnreachable, node.Machine, AlarmSeverity.Warning, $"The outside watchdog does not take the heartbeat of {node.Machine}.", since)
        : null;

    private static ObservedAlarm? Paper(NodeBeat node, Instant now)
    {
        var since = (node.PaperAt ?? node.StartedAt) + OldPaper;
        return node.Engine && now >= since
            ? new ObservedAlarm(AlarmKind.StalePaper, node.Machine, AlarmSeverity.Serious, $"{node.Machine} has not renewed the paper roster for more than 30 minutes.", since)
            : null;
    }

    private static bool Stands(IReadOnlyCollection<Alarm> standing, AlarmKind kind, NodeBeat node) => standing.Any(a => a.Key == (kind, node.Machine));

    private static string Way(Duration offset) => offset > Duration.Zero ? "behind" : "ahead of";

    // Coarse, so that the sentence does not change at each measurement.
    private static string Rough(Duration offset) => Math.Abs(offset.TotalSeconds) switch
    {
        < 2 => "about a second",
        < 60 => "some seconds",
        < 3600 => "some minutes",
        _ => "an hour or more",
    };
}
