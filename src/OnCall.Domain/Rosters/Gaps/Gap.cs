using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters.Gaps;

/// <summary>A stretch [start, end) over which too few people are on a role, or nobody: findings that touch are one gap.</summary>
/// <param name="End">Null when it goes on beyond what is known of the roster.</param>
/// <param name="BeganBefore">It began at the start of what is known of the roster, or before.</param>
public sealed record Gap(RoleId Role, Instant Start, Instant? End, GapSize Size, bool BeganBefore = false)
{
    /// <summary>The gaps of a role, in order of time.</summary>
    /// <param name="findings">Of [<paramref name="from"/>, <paramref name="to"/>), in order of time.</param>
    public static IReadOnlyList<Gap> Of(RoleId role, IEnumerable<RosterFinding> findings, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var gaps = new List<Gap>();
        foreach (var finding in findings.Where(f => f.Kind != RosterFindingKind.TooMany))
        {
            var size = finding.Kind == RosterFindingKind.Uncovered ? GapSize.Nobody : GapSize.TooFew;
            if (gaps.Count > 0 && gaps[^1] is var last && last.End == finding.Start)
            {
                gaps[^1] = last with { End = finding.End, Size = last.Size == size ? size : GapSize.NobodyOrTooFew };
            }
            else
            {
                gaps.Add(new Gap(role, finding.Start, finding.End, size, finding.Start == from));
            }
        }

        if (gaps.Count > 0 && gaps[^1].End == to)
        {
            gaps[^1] = gaps[^1] with { End = null };
        }

        return gaps;
    }

    /// <summary>True when any of it after <paramref name="from"/> lies in [start, end).</summary>
    internal bool Touches(Instant start, Instant? end, Instant from) =>
        (end is not { } e || Start < e) && (End is not { } own || own > Instant.Max(start, from));
}
