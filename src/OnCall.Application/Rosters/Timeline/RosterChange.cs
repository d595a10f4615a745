using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>Who changed a role's roster: a publication that is in force over some of the time shown.</summary>
/// <param name="File">The name of its file, the code of its rotation, or <see cref="Shifts.ChangeShifts.ByHand"/>.</param>
public sealed record RosterChange(RoleName Role, string By, string File, Instant At, Instant From, Instant To);
