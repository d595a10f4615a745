using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>The segments of a timeline, with their since, until and next change, against the model.</summary>
internal static class Stretches
{
    public static string? Difference(Reading reading, Trial<WrittenRoster> trial, Tally tally)
    {
        var strip = new WallStrip(trial.Change, EveryMinute.Hours);
        var model = new MinuteRoster(strip, trial.Written);
        var expected = Enumerable.Range(0, strip.Count).Select(model.At).ToArray();
        var roster = reading.Read(trial.Change.Zone, trial.Written);
        var timeline = RoleTimeline.Of(roster);
        var segments = reading.Segments(timeline.Segments);
        tally.Count(trial.Change, strip.Count);
        return Torn(segments)
            ?? Missing(strip, expected, segments)
            ?? segments.Select(segment => Wrong(strip, expected, segment)).FirstOrDefault(wrong => wrong is not null)
            ?? Asked(roster, timeline, segments, strip, expected);
    }

    private static string? Torn(IReadOnlyList<TimelineSegment> segments)
    {
        var empty = segments.FirstOrDefault(s => s.End <= s.Start);
        var torn = segments.Zip(segments.Skip(1)).FirstOrDefault(pair => pair.First.End != pair.Second.Start);
        return empty is not null ? $"a segment from {empty.Start} to {empty.End}"
            : torn.First is not null ? $"a segment ends at {torn.First.End} and the next starts at {torn.Second.Start}"
            : null;
    }

    private static string? Missing(WallStrip strip, Holders[] expected, IReadOnlyList<TimelineSegment> segments)
    {
        for (var minute = 0; minute < strip.Count; minute++)
        {
            var at = strip.InstantOf(minute);
            if (expected[minute].Count > 0 && (segments.Count == 0 || at < segments[0].Start || at >= segments[^1].End))
            {
                return $"{strip.Text(minute)}: should be {expected[minute]}, no segment holds it";
            }
        }

        return null;
    }

    private static string? Wrong(WallStrip strip, Holders[] expected, TimelineSegment segment)
    {
        var (from, to) = (strip.MinuteOf(segment.Start), strip.MinuteOf(segment.End));
        var holders = Holders.Of(segment.Responders);
        var other = Array.FindIndex(expected, from, to - from, h => h != holders);
        return other >= 0 ? $"{strip.Text(other)}: should be {expected[other]}, the segment says {holders}"
            : segment.NextChangeAt != NextChange(strip, expected, from) ? $"the segment at {segment.Start} names {segment.NextChangeAt} as its next change"
            : segment.Responders.Select(r => Wrong(strip, expected, from, r)).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? Wrong(WallStrip strip, Holders[] expected, int minute, OnShift responder)
    {
        bool IsOn(int at) => expected[at].Has(People.Letter(responder.Person), responder.Tier);
        var (since, until) = (minute, minute);
        while (IsOn(since - 1))
        {
            since--;
        }

        while (IsOn(until))
        {
            until++;
        }

        return strip.InstantOf(since) == responder.Since && strip.InstantOf(until) == responder.Until ? null
            : $"{People.Letter(responder.Person)}{responder.Tier} should be on from {strip.Text(since)} to {strip.Text(until)}, is from {responder.Since} to {responder.Until}";
    }

    private static Instant? NextChange(WallStrip strip, Holders[] expected, int minute)
    {
        var next = Array.FindIndex(expected, minute, h => h != expected[minute]);
        return next < 0 ? null : strip.InstantOf(next);
    }

    /// <summary>The resolver, the timeline and its segment say the same at each edge, just before it and one minute around it.</summary>
    private static string? Asked(RoleRoster roster, RoleTimeline timeline, IReadOnlyList<TimelineSegment> segments, WallStrip strip, Holders[] expected)
    {
        foreach (var edge in segments.SelectMany(s => new[] { s.Start, s.End }).Append(strip.Start).Distinct())
        {
            foreach (var at in new[] { edge - Duration.Epsilon, edge, edge + Duration.FromMinutes(1) }.Where(at => at >= strip.Start))
            {
                var (resolved, kept) = (RosterResolver.Resolve(roster, at), timeline.At(at));
                var segment = segments.SingleOrDefault(s => s.Start <= at && at < s.End);
                var next = NextChange(strip, expected, (int)Math.Floor((at - strip.Start).TotalMinutes));
                var isSame = resolved.Responders.SequenceEqual(segment?.Responders ?? []) && resolved.Responders.SequenceEqual(kept.Responders);
                if (!isSame || resolved.NextChangeAt != next || kept.NextChangeAt != next)
                {
                    return $"{at}: resolved to {Holders.Of(resolved.Responders)} until {resolved.NextChangeAt}, the timeline says {Holders.Of(kept.Responders)} until {kept.NextChangeAt}";
                }
            }
        }

        return null;
    }
}
