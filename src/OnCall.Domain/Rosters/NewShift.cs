using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>A shift over [start, end) that is to be in force and has no id yet.</summary>
/// <param name="Tier">1 primary, 2 backup, 3 consultant.</param>
/// <param name="Label">The roster's own word for it ("Night"), or null.</param>
public sealed record NewShift(RoleId Role, PersonId Person, int Tier, Instant Start, Instant End, string? Label)
{
    /// <summary>The same, without its id.</summary>
    public static NewShift Of(Shift shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        return new NewShift(shift.Role, shift.Person, shift.Tier, shift.Start, shift.End, shift.Label);
    }
}
