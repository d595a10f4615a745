using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>Stacks what overlaps: every tier in lanes of its own, so that a hand-off is seen as one line.</summary>
internal static class BarLanes
{
    /// <param name="spans">In order of start.</param>
    /// <returns>Each with its lane, in the same order, and how many lanes there are, one at least.</returns>
    public static (IReadOnlyList<(OnShift Span, int Lane)> Bars, int Lanes) Of(IReadOnlyList<OnShift> spans)
    {
        var laneOf = new Dictionary<OnShift, int>(ReferenceEqualityComparer.Instance);
        var first = 0;
        foreach (var tier in spans.GroupBy(s => s.Tier).OrderBy(g => g.Key))
        {
            var ends = new List<Instant>();
            foreach (var span in tier)
            {
                var free = ends.FindIndex(end => end <= span.Since);
                if (free < 0)
                {
                    (free, ends) = (ends.Count, [.. ends, span.Until]);
                }
                else
                {
                    ends[free] = span.Until;
                }

                laneOf[span] = first + free;
            }

            first += ends.Count;
        }

        return ([.. spans.Select(s => (s, laneOf[s]))], Math.Max(1, first));
    }
}
