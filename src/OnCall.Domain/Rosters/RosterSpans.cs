using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>A roster as people read it: one line for each stretch that a person is on for one reason.</summary>
public static class RosterSpans
{
    /// <summary>Every span that touches [from, to), uncut, in order of start, tier and person.</summary>
    public static IReadOnlyList<OnShift> Of(RoleTimeline timeline, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var done = new List<OnShift>();
        var running = new List<OnShift>();
        foreach (var segment in timeline.Segments)
        {
            var still = new List<OnShift>(segment.Responders.Count);
            foreach (var responder in segment.Responders)
            {
                var before = running.Find(r => r.Person == responder.Person && r.Tier == responder.Tier && r.Because == responder.Because);
                still.Add(responder with { Since = before?.Since ?? segment.Start, Until = segment.End });
                if (before is not null)
                {
                    running.Remove(before);
                }
            }

            done.AddRange(running);
            running = still;
        }

        done.AddRange(running);
        return done.Where(s => s.Since < to && from < s.Until)
            .OrderBy(s => s.Since).ThenBy(s => s.Tier).ThenBy(s => s.Person.Value)
            .ToList();
    }
}
