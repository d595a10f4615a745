using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>A role's roster over some days.</summary>
/// <param name="Zone">By whose wall clock the days begin.</param>
/// <param name="From">The first moment of the first day there.</param>
/// <param name="To">The first moment after the last.</param>
/// <param name="MayChange">Who asks may put shifts and covers on it.</param>
/// <param name="Lanes">How many lanes the bars take, one at least.</param>
/// <param name="Findings">Where it does not fit its coverage.</param>
public sealed record TimelineRole(
    RoleName Role,
    DateTimeZone Zone,
    Instant From,
    Instant To,
    bool MayChange,
    IReadOnlyList<TimelineBar> Bars,
    int Lanes,
    IReadOnlyList<RosterFinding> Findings);
