using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>A time of a role that somebody is put on or taken off.</summary>
/// <param name="End">Exclusive.</param>
internal sealed record ShiftChange(PersonId Person, RoleScope Scope, Instant Start, Instant End, bool IsOn);
