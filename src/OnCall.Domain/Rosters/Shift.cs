using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>One person on one role over [start, end).</summary>
/// <param name="Tier">1 primary, 2 backup, 3 consultant.</param>
/// <param name="Label">The roster's own word for it ("Night"), or null.</param>
public sealed record Shift(ShiftId Id, RoleId Role, PersonId Person, int Tier, Instant Start, Instant End, string? Label)
{
    /// <summary>Shifts of more than this are few enough to be looked for by themselves: weeks on call, not days on duty.</summary>
    public static readonly Duration Long = Duration.FromDays(3);
}
