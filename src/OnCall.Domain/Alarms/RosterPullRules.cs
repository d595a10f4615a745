using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>An alarm for each roster whose last fetch was not taken, and for each that has come through for too long not at all.</summary>
public static class RosterPullRules
{
    public static IEnumerable<ObservedAlarm> Observe(IEnumerable<RosterPullState> pulls, Instant now)
    {
        ArgumentNullException.ThrowIfNull(pulls);
        foreach (var pull in pulls)
        {
            if (pull.Trouble is { } trouble)
            {
                yield return new ObservedAlarm(
                    AlarmKind.RosterPullFailed, pull.Code, AlarmSeverity.Warning, $"The roster pull {pull.Code} changed nothing: {trouble}", pull.TroubleSince);
            }

            if (now - pull.Success >= pull.StaleAfter)
            {
                yield return new ObservedAlarm(
                    AlarmKind.RosterPullStale, pull.Code, AlarmSeverity.Serious,
                    $"The roster pull {pull.Code} has brought no roster for {(int)pull.StaleAfter.TotalHours} hours.", pull.Success + pull.StaleAfter);
            }
        }
    }
}
