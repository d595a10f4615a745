using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Shifts that follow one another by the wall clock: from the first start to the last end there is one person at every minute.</summary>
internal static class HandOvers
{
    public static string? Difference(Reading reading, Trial<WrittenRelay> trial, Tally tally)
    {
        var roster = reading.Read(trial.Change.Zone, trial.Written.Roster);
        if (roster.Shifts.Count == 0)
        {
            return null;
        }

        var strip = new WallStrip(trial.Change, EveryMinute.Hours);
        var timeline = RoleTimeline.Of(roster);
        var (first, last) = (strip.MinuteOf(trial.Written.Edges[0]), strip.MinuteOf(trial.Written.Edges[^1]));
        tally.Count(trial.Change, last - first);
        for (var minute = first; minute < last; minute++)
        {
            var on = timeline.At(strip.InstantOf(minute)).Responders;
            if (on.Count != 1)
            {
                return $"{strip.Text(minute)}: one person should be on, is {Holders.Of(on)}";
            }
        }

        var torn = roster.Shifts.Zip(roster.Shifts.Skip(1)).FirstOrDefault(pair => pair.First.End != pair.Second.Start);
        return torn.First is null ? null : $"one shift ends at {torn.First.End} and the next starts at {torn.Second.Start}";
    }
}
