using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>The role and the person of a shift that is changed by hand, and what is in force around it.</summary>
internal sealed record ShiftPlace(RoleScope Scope, RosterPerson Person, RosterView View, Instant From, Instant To)
{
    public RoleRoster Roster => View.Of(Scope.Role.Id);
}
