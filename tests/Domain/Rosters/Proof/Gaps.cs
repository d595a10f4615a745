using NodaTime;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>The findings of a roster against its uncovered, understaffed and doubly staffed minutes.</summary>
internal static class Gaps
{
    // Days of coverage begin and end outside of the time that is asked for.
    private const int Hours = EveryMinute.Hours + 60;

    public static string? Difference(Reading reading, Trial<WrittenNeed> trial, Tally tally)
    {
        var strip = new WallStrip(trial.Change, Hours);
        var (from, to) = ((Hours * 60) + trial.Written.From, (Hours * 60) + trial.Written.To);
        var roster = reading.Read(trial.Change.Zone, trial.Written.Roster);
        var actual = reading.Gaps(roster, trial.Change.Zone, trial.Written.Coverage, trial.Written.Holidays.ToHashSet(), new Interval(strip.InstantOf(from), strip.InstantOf(to)));
        var expected = Expected(strip, trial.Written, from, to);
        tally.Count(trial.Change, to - from);
        return expected.SequenceEqual(actual) ? null : $"should be{Text(expected)}{Environment.NewLine}is{Text(actual)}";
    }

    private static List<RosterFinding> Expected(WallStrip strip, WrittenNeed written, int from, int to)
    {
        var model = new MinuteRoster(strip, written.Roster);
        var coverage = new MinuteCoverage(strip, written.Coverage, written.Holidays, from, to);
        var found = new List<RosterFinding>();
        var before = (Kind: (RosterFindingKind?)null, People: 0);
        for (var minute = from; minute < to; minute++)
        {
            var holders = model.At(minute);
            var now = coverage.Wants(minute) ? (Kind: KindOf(holders, written.Coverage.People), People: holders.OnTier(1)) : (null, 0);
            if (now.Kind is { } kind)
            {
                var (start, end) = (strip.InstantOf(minute), strip.InstantOf(minute + 1));
                if (now == before)
                {
                    found[^1] = found[^1] with { End = end };
                }
                else
                {
                    found.Add(new RosterFinding(kind, start, end, now.People));
                }
            }

            before = now;
        }

        return found;
    }

    private static RosterFindingKind? KindOf(Holders holders, int? wanted)
    {
        var primaries = holders.OnTier(1);
        return holders.Count == 0 ? RosterFindingKind.Uncovered
            : wanted is null ? null
            : primaries < wanted ? RosterFindingKind.TooFew
            : wanted == 1 && primaries > 1 ? RosterFindingKind.TooMany
            : null;
    }

    private static string Text(IEnumerable<RosterFinding> findings) =>
        string.Concat(findings.Select(f => $"{Environment.NewLine}  {f.Kind} from {f.Start} to {f.End}, {f.People} on tier 1"));
}
