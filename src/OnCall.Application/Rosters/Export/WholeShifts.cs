using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Export;

/// <summary>
/// The shifts of one role that must stand in a file together. An upload rules from a file's first start to its last end, so every shift
/// that touches that time must be in the file too, or the upload of it would take that one away.
/// </summary>
/// <param name="Start">The first start.</param>
/// <param name="End">The last end.</param>
internal sealed record WholeShifts(IReadOnlyList<Shift> Shifts, Instant Start, Instant End)
{
    /// <param name="stored">Of one role, in any order.</param>
    public static WholeShifts Touching(IReadOnlyList<Shift> stored, Instant from, Instant to)
    {
        var asked = stored.Where(s => s.Start < to && from < s.End).ToList();
        if (asked.Count == 0)
        {
            return new WholeShifts([], from, to);
        }

        var (start, end) = (asked.Min(s => s.Start), asked.Max(s => s.End));
        var (byStart, byEnd) = (stored.OrderBy(s => s.Start).ToList(), stored.OrderByDescending(s => s.End).ToList());
        for (var grows = true; grows;)
        {
            var (first, last) = (start, end);
            end = Later(byStart, start, end);
            start = Earlier(byEnd, start, end);
            grows = start < first || end > last;
        }

        return new WholeShifts(byStart.FindAll(s => s.Start < end && start < s.End), start, end);
    }

    private static Instant Later(List<Shift> byStart, Instant start, Instant end)
    {
        foreach (var shift in byStart)
        {
            if (shift.Start >= end)
            {
                break;
            }

            end = shift.End > start ? Instant.Max(end, shift.End) : end;
        }

        return end;
    }

    private static Instant Earlier(List<Shift> byEnd, Instant start, Instant end)
    {
        foreach (var shift in byEnd)
        {
            if (shift.End <= start)
            {
                break;
            }

            start = shift.Start < end ? Instant.Min(start, shift.Start) : start;
        }

        return start;
    }
}
