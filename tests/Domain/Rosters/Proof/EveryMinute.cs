using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>The timeline against the model, at every minute within 36 hours of the change.</summary>
internal static class EveryMinute
{
    public const int Hours = 36;

    public static string? Difference(Reading reading, Trial<WrittenRoster> trial, Tally tally)
    {
        var strip = new WallStrip(trial.Change, Hours);
        var model = new MinuteRoster(strip, trial.Written);
        var timeline = RoleTimeline.Of(reading.Read(trial.Change.Zone, trial.Written));
        tally.Count(trial.Change, strip.Count);
        for (var minute = 0; minute < strip.Count; minute++)
        {
            var (expected, responders) = (model.At(minute), timeline.At(strip.InstantOf(minute)).Responders);
            var actual = Holders.Of(responders);
            if (expected != actual || responders.Count != expected.Count)
            {
                return $"{strip.Text(minute)}: should be {expected}, is {actual}";
            }
        }

        return null;
    }
}
