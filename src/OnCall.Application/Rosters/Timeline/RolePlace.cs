using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>A role that a scheduler puts somebody on.</summary>
/// <param name="Zone">By whose wall clock its times are written.</param>
/// <param name="Colleagues">Who is on the roles of the same unit these weeks.</param>
public sealed record RolePlace(RoleName Role, DateTimeZone Zone, IReadOnlyList<PersonName> Colleagues);
