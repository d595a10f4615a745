using NodaTime;

namespace OnCall.Domain.Rosters.Gaps;

/// <summary>
/// When a gap is told: 72 h, 24 h and 1 h before it begins. One that is seen later is told at once, as what it has reached by then. The same
/// gap is told once at each. It is another gap, and told anew, when it begins earlier than it was told, ends later, leaves more people missing,
/// or begins more than 30 min later: in doubt it is told.
/// </summary>
public static class GapWarnings
{
    /// <summary>A gap that begins later by no more than this is still the one that was told.</summary>
    public static readonly Duration SameStart = Duration.FromMinutes(30);

    /// <summary>How far ahead gaps must be known.</summary>
    public static readonly Duration Ahead = Duration.FromHours(72) + Duration.FromMinutes(15);

    /// <summary>The nearest lead that a gap has reached; null when it is too far off, or over.</summary>
    public static GapLead? Reached(Gap gap, Instant now)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return gap.End <= now ? null
            : gap.Start <= now ? GapLead.Running
            : gap.Start - now <= BeforeOf(GapLead.Hour) ? GapLead.Hour
            : gap.Start - now <= BeforeOf(GapLead.Day) ? GapLead.Day
            : gap.Start - now <= BeforeOf(GapLead.ThreeDays) ? GapLead.ThreeDays
            : null;
    }

    /// <summary>How long before the beginning.</summary>
    public static Duration BeforeOf(GapLead lead) => lead switch
    {
        GapLead.ThreeDays => Duration.FromHours(72),
        GapLead.Day => Duration.FromHours(24),
        GapLead.Hour => Duration.FromHours(1),
        GapLead.Running => Duration.Zero,
    };

    /// <summary>What is to be told now, in order of time.</summary>
    /// <param name="gaps">All that are known, of any role.</param>
    /// <param name="told">What was told and still stands.</param>
    /// <param name="now">The installation's time.</param>
    public static IReadOnlyList<GapDue> Due(IEnumerable<Gap> gaps, IEnumerable<ToldGap> told, Instant now)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        var ofRole = told.ToLookup(t => t.Role);
        return
        [
            .. from gap in gaps
               let lead = Reached(gap, now)
               where lead is not null && !ofRole[gap.Role].Any(t => t.Lead >= Enough(lead.Value) && IsOf(t, gap))
               orderby gap.Start, gap.Role.Value
               select new GapDue(gap, lead.Value, [.. ofRole[gap.Role].Where(t => gap.Touches(t.Start, t.End, now) && !IsOf(t, gap)).Select(t => t.Id)]),
        ];
    }

    /// <summary>What was told and is filled from now to its end.</summary>
    /// <param name="gaps">All that are known, of any role.</param>
    /// <param name="told">What was told and still stands.</param>
    /// <param name="now">The installation's time.</param>
    public static IReadOnlyList<ToldGap> Filled(IEnumerable<Gap> gaps, IEnumerable<ToldGap> told, Instant now)
    {
        ArgumentNullException.ThrowIfNull(told);
        var ofRole = gaps.ToLookup(g => g.Role);
        return [.. told.Where(t => !IsOver(t, now) && !ofRole[t.Role].Any(g => g.Touches(t.Start, t.End, now)))];
    }

    /// <summary>True when its time has passed: nobody filled it.</summary>
    public static bool IsOver(ToldGap told, Instant now)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told.End <= now;
    }

    /// <summary>Until when telling it helps: the next lead tells it again, and the last is told for as long as the gap lasts.</summary>
    public static Instant PointlessFrom(Gap gap, GapLead lead)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return lead switch
        {
            GapLead.ThreeDays => gap.Start - BeforeOf(GapLead.Day),
            GapLead.Day => gap.Start - BeforeOf(GapLead.Hour),
            GapLead.Hour or GapLead.Running => gap.End ?? gap.Start + LongestTold,
        };
    }

    private static readonly Duration LongestTold = Duration.FromDays(14);

    // Whoever was told an hour ahead needs no word when it begins.
    private static GapLead Enough(GapLead lead) => lead == GapLead.Running ? GapLead.Hour : lead;

    private static bool IsOf(ToldGap told, Gap gap) =>
        told.Size >= gap.Size
        && told.Start <= gap.Start
        && (gap.BeganBefore || gap.Start - told.Start <= SameStart)
        && (told.End is not { } end || (gap.End is { } own && own <= end));
}
