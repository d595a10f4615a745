using NodaTime;
using NodaTime.Text;

namespace OnCall.Domain.Alarms;

/// <summary>
/// Whether rosters are renewed in time. A role that never had a roster is not stale: it is uncovered, and pages to it say so.
/// </summary>
public static class RosterAgeRules
{
    private static readonly Duration Soon = Duration.FromDays(7);
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    public static IEnumerable<ObservedAlarm> Observe(IEnumerable<RosterEnd> rosters, Instant now)
    {
        ArgumentNullException.ThrowIfNull(rosters);
        return
            from roster in rosters
            where roster.End - now <= Soon
            let ended = roster.End <= now
            select new ObservedAlarm(
                AlarmKind.StaleRoster, roster.Code, ended ? AlarmSeverity.Serious : AlarmSeverity.Warning,
                ended ? $"No roster for {roster.Name} since {LastDay(roster)}." : $"No roster for {roster.Name} beyond {LastDay(roster)}.",
                ended ? roster.End : null);
    }

    // A roster that ends at midnight covers the day before.
    private static string LastDay(RosterEnd roster) => Day.Format((roster.End - Duration.Epsilon).InZone(roster.Zone).Date);
}
