using NodaTime;

namespace OnCall.Domain.Rosters.Rotations;

/// <summary>Where a rotation finds room: what others hold on its tier is left to them.</summary>
public static class RotationRoom
{
    /// <summary>The shifts without the times at which enough others are on, or the same person is; cut around them.</summary>
    /// <param name="others">Shifts in force on the same role and tier.</param>
    /// <param name="people">How many are meant to be on that tier at once.</param>
    public static IReadOnlyList<NewShift> Of(IEnumerable<NewShift> shifts, IReadOnlyList<Shift> others, int people)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        return [.. shifts.SelectMany(shift => Free(shift, [.. others.Where(o => o.Start < shift.End && shift.Start < o.End)], people))];
    }

    private static List<NewShift> Free(NewShift shift, List<Shift> others, int people)
    {
        if (others.Count == 0)
        {
            return [shift];
        }

        var edges = others.SelectMany(o => new[] { o.Start, o.End }).Where(at => shift.Start < at && at < shift.End)
            .Append(shift.Start).Append(shift.End).Distinct().Order().ToList();
        var free = new List<NewShift>();
        foreach (var (start, end) in edges.Zip(edges.Skip(1)))
        {
            if (IsTaken(shift, others, start, people))
            {
                continue;
            }

            if (free.Count > 0 && free[^1].End == start)
            {
                free[^1] = free[^1] with { End = end };
            }
            else
            {
                free.Add(shift with { Start = start, End = end });
            }
        }

        return free;
    }

    private static bool IsTaken(NewShift shift, List<Shift> others, Instant at, int people)
    {
        var holders = others.Where(o => o.Start <= at && at < o.End).Select(o => o.Person).ToHashSet();
        return holders.Count >= people || holders.Contains(shift.Person);
    }
}
