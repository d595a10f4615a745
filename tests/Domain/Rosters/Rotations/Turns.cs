using NodaTime;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;
using OnCall.Domain.Tests.Rosters.Proof;

namespace OnCall.Domain.Tests.Rosters.Rotations;

/// <summary>
/// The shifts of a rotation against a model that reads the wall clock minute by minute and counts days on its fingers: at each minute
/// the hand-off that was last passed says whose turn it is.
/// </summary>
internal static class Turns
{
    // Compared within 36 hours of the change; hand-offs and hours that matter there begin and end outside of it.
    private const int Compared = 36;
    private const int Hours = Compared + (6 * 24);

    public static string? Difference(Func<Rotation, RosterClock, IReadOnlySet<LocalDate>, IReadOnlySet<Directory.PersonId>, Instant, Instant, IReadOnlyList<NewShift>> make, Trial<WrittenRotation> trial, Tally tally)
    {
        var (written, strip) = (trial.Written, new WallStrip(trial.Change, Hours));
        var (from, to) = ((Hours - Compared) * 60, (Hours + Compared) * 60);
        var clock = new RosterClock(trial.Change.Zone);
        var shifts = make(written.Rotation, clock, written.Holidays.ToHashSet(), written.Inactive.Select(People.Id).ToHashSet(), strip.InstantOf(from), strip.InstantOf(to));
        var handOffs = HandOffs(written, strip, to);
        var wanted = new MinuteCoverage(strip, new Coverage(written.Hours, null), written.Holidays, from, to);
        tally.Count(trial.Change, to - from);
        for (var minute = from; minute < to; minute++)
        {
            var at = strip.InstantOf(minute);
            var expected = wanted.Wants(minute) ? Holder(written, handOffs, minute) : "";
            var actual = string.Concat(shifts.Where(s => s.Start <= at && at < s.End).Select(s => People.Letter(s.Person)));
            if (expected != actual)
            {
                return $"{strip.Text(minute)}: should be '{expected}', is '{actual}'";
            }
        }

        return shifts.FirstOrDefault(s => s.End <= s.Start || s.Start < strip.InstantOf(from) || s.End > strip.InstantOf(to)) is { } wrong ? $"a shift from {wrong.Start} to {wrong.End}" : null;
    }

    /// <summary>The minute of the hand-off time on every date from the first to the last, and beyond where there is no end.</summary>
    private static List<int> HandOffs(WrittenRotation written, WallStrip strip, int to)
    {
        var last = strip.ShownAt(to).Date.PlusDays(1);
        var minutes = new List<int>();
        for (var day = written.From; day <= last; day = day.PlusDays(1))
        {
            minutes.Add(strip.MinuteOf(day + written.HandOff));
            if (day == written.Until)
            {
                break;
            }
        }

        return minutes;
    }

    private static string Holder(WrittenRotation written, List<int> handOffs, int minute)
    {
        var day = handOffs.FindLastIndex(at => at <= minute);
        if (day < 0 || (written.Until is { } until && written.From.PlusDays(day) == until))
        {
            return "";
        }

        var daysOfTurn = written.Every == TurnUnit.Week ? written.Turns * 7 : written.Turns;
        var (turn, holder) = (0, written.People[0]);
        for (var d = 0; d <= day; d++)
        {
            if (d > 0 && d % daysOfTurn == 0)
            {
                turn++;
                holder = written.People[turn % written.People.Length];
            }

            holder = written.Exceptions.Where(e => e.Date == written.From.PlusDays(d)).Select(e => (char?)e.Person).SingleOrDefault() ?? holder;
        }

        return holder == ' ' || written.Inactive.Contains(holder, StringComparison.Ordinal) ? "" : holder.ToString();
    }
}
