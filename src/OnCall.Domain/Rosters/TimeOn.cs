using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>Somebody is on over [start, end), by a shift or by a cover.</summary>
/// <param name="Shift">The shift that it is, or is a part of; null where it is a cover.</param>
public sealed record TimeOn(RoleId Role, PersonId Person, Instant Start, Instant End, NewShift? Shift);
