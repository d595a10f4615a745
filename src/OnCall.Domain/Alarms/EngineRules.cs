using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>Whether anybody sweeps. Judged by what the nodes write, since a stopped engine cannot report itself.</summary>
public static class EngineRules
{
    /// <summary>The subject of the alarm for the whole installation.</summary>
    public const string Everywhere = "engine";

    private static readonly Duration Stopped = Duration.FromSeconds(15);

    /// <param name="nodes">Those that have written lately.</param>
    /// <param name="standing">The alarms that stand: after a standstill the engines come back one by one, which is no news.</param>
    /// <param name="watchingSince">Since when this is watched: an installation that starts is given its time.</param>
    /// <param name="now">The installation's time.</param>
    public static IEnumerable<ObservedAlarm> Observe(
        IReadOnlyCollection<NodeBeat> nodes, IReadOnlyCollection<Alarm> standing, Instant watchingSince, Instant now)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var engines = nodes.Where(n => n.Engine).ToList();
        if (!engines.Exists(n => n.IsAlive(now) && Sweeps(n, now)))
        {
            return now - watchingSince < Stopped ? [] : [Nobody(engines)];
        }

        return standing.Any(a => a.Key == (AlarmKind.EngineStopped, Everywhere)) ? [] : engines.Where(n => n.IsAlive(now) && !Sweeps(n, now) && now - n.StartedAt >= Stopped).DistinctBy(n => n.Machine).Select(n => new ObservedAlarm(
            AlarmKind.EngineStopped, n.Machine, AlarmSeverity.Warning, $"The engine of {n.Machine} does not sweep; another node does its work.", n.LastSweep));
    }

    private static ObservedAlarm Nobody(List<NodeBeat> engines) => new(
        AlarmKind.EngineStopped,
        Everywhere,
        AlarmSeverity.Critical,
        engines.Count > 0 ? "The engine has stopped: nothing escalates and nothing is sent." : "No process runs the engine: nothing escalates and nothing is sent.",
        engines.Max(n => n.LastSweep));

    private static bool Sweeps(NodeBeat node, Instant now) => node.LastSweep is { } last && now - last < Stopped;
}
