using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters.Pulls;

/// <summary>A shift over [start, end) as the last successful pull read it. The word for it does not count.</summary>
public readonly record struct TakenShift(RoleId Role, PersonId Person, int Tier, Instant Start, Instant End)
{
    public static TakenShift Of(NewShift shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        return new TakenShift(shift.Role, shift.Person, shift.Tier, shift.Start, shift.End);
    }

    public static TakenShift Of(Shift shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        return new TakenShift(shift.Role, shift.Person, shift.Tier, shift.Start, shift.End);
    }
}
