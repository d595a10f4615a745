using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Uploads;

namespace OnCall.Api.Screens.Rota;

/// <summary>What an upload does to one role, as it is drawn: above what stands now, below what comes.</summary>
/// <param name="Bars">With the lane that each is drawn in.</param>
internal sealed record DifferenceTrack(RoleName Role, Instant From, Instant To, IReadOnlyList<DifferenceBar> Bars, int Lanes)
{
    private const int MostRoles = 20;

    /// <summary>A track for each of the first roles.</summary>
    internal static IReadOnlyList<DifferenceTrack> Of(IReadOnlyList<RosterDifferenceLine> differences) =>
        [.. differences.GroupBy(d => d.Role).Take(MostRoles).Select(g => Of(g.Key, [.. g]))];

    private static DifferenceTrack Of(RoleName role, IReadOnlyList<RosterDifferenceLine> differences)
    {
        var was = Stack(differences.Where(d => d.Was is not null).Select(d => (d.Was!, d)), 0, isOld: true);
        var becomes = Stack(differences.Where(d => d.Becomes is not null).Select(d => (d.Becomes!, d)), was.Lanes, isOld: false);
        IReadOnlyList<DifferenceBar> bars = [.. was.Bars, .. becomes.Bars];
        return new DifferenceTrack(role, bars.Min(b => b.Shift.Start), bars.Max(b => b.Shift.End), bars, becomes.Lanes);
    }

    private static (List<DifferenceBar> Bars, int Lanes) Stack(IEnumerable<(WrittenShift Shift, RosterDifferenceLine Line)> shifts, int first, bool isOld)
    {
        var (bars, ends) = (new List<DifferenceBar>(), new List<Instant>());
        foreach (var (shift, line) in shifts.OrderBy(s => s.Shift.Tier).ThenBy(s => s.Shift.Start))
        {
            var free = ends.FindIndex(end => end <= shift.Start);
            if (free < 0)
            {
                free = ends.Count;
                ends.Add(shift.End);
            }

            ends[free] = shift.End;
            bars.Add(new DifferenceBar(shift, line.Kind, isOld, first + free));
        }

        return (bars, first + ends.Count);
    }
}
