using System.Globalization;
using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Domain.Alarms;

/// <summary>
/// Whether a provider works, by what became of real attempts: one that has nothing to do is not tried. A wrong number or a dead device
/// is an answer, and says that the provider works.
/// </summary>
public static class ProviderRules
{
    /// <summary>So many attempts in a row: one message with all its tries, or three messages.</summary>
    public const int InARow = 3;

    // Without any attempt for so long nobody knows any more.
    private static readonly Duration Forgotten = Duration.FromHours(1);

    /// <param name="nodes">Those that have written in the last hour, also those that are gone since.</param>
    /// <param name="now">The installation's time.</param>
    public static IEnumerable<ObservedAlarm> Observe(IReadOnlyCollection<NodeBeat> nodes, Instant now)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return
            from node in nodes
            from channel in node.Channels
            where channel.Failures >= InARow && channel.LastFailure > now - Forgotten
            where node.IsAlive(now) || !nodes.Any(n => n.Channels.Any(c => c.Kind == channel.Kind && c.LastAnswer > channel.LastFailure))
            group channel by channel.Kind into down
            select Down(down.Key, down.MaxBy(c => c.Failures)!);
    }

    private static ObservedAlarm Down(ContactMethodKind kind, ChannelStreak worst) => new(
        AlarmKind.ProviderDown,
        ChannelName.Subject(kind),
        AlarmSeverity.Critical,
        string.Create(CultureInfo.InvariantCulture, $"{ChannelName.Of(kind)}: {worst.Failures} attempts in a row have failed."),
        worst.Since);
}
