using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>Rosters over some days, unit by unit.</summary>
/// <param name="Asked">When this was read.</param>
/// <param name="Choices">The units to choose from, from the top of the tree.</param>
/// <param name="Changes">The latest first.</param>
/// <param name="Left">How many roles are not shown: too many at once.</param>
public sealed record TimelineView(
    Instant Asked, LocalDate From, int Days, IReadOnlyList<TimelineUnit> Units, IReadOnlyList<OrgUnit> Choices, IReadOnlyList<RosterChange> Changes, int Left)
{
    public bool MayChange => Units.Any(u => u.Roles.Any(r => r.MayChange));
}
