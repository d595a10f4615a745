using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>What each node says of its works for the audit trail.</summary>
public static class AuditTroubleRules
{
    // The sealer tries again each second, and a database that was away for a moment is not worth an alarm of its own.
    private static readonly Duration SealsMayFail = Duration.FromSeconds(20);

    /// <param name="nodes">Those that have written lately; the ones that are gone say nothing.</param>
    public static IEnumerable<ObservedAlarm> Observe(IEnumerable<NodeBeat> nodes, Instant now)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.Where(n => n.IsAlive(now)).SelectMany(n => Of(n, now)).DistinctBy(o => o.Key);
    }

    private static IEnumerable<ObservedAlarm> Of(NodeBeat node, Instant now)
    {
        if (node.Audit.SealsFailingSince is { } seals && now - seals >= SealsMayFail)
        {
            yield return new ObservedAlarm(
                AlarmKind.AuditUnsealed, node.Machine, AlarmSeverity.Warning, $"{node.Machine} cannot seal the entries of the audit trail.", seals);
        }

        if (node.Audit.AnchorFailingSince is { } anchor)
        {
            yield return new ObservedAlarm(
                AlarmKind.AuditAnchorFailed, node.Machine, AlarmSeverity.Warning, $"{node.Machine} cannot write the anchor of the audit trail.", anchor);
        }

        if (node.Audit.ReadsFailingSince is { } reads)
        {
            yield return new ObservedAlarm(
                AlarmKind.ReadsUnaudited, node.Machine, AlarmSeverity.Warning, $"{node.Machine} cannot write down who reads pages. They are shown all the same.", reads);
        }
    }
}
