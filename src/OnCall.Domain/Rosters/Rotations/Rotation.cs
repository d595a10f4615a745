using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters.Rotations;

/// <summary>People who take turns on one tier of a role, without an end or until a date.</summary>
/// <param name="Code">A slug.</param>
/// <param name="Tier">1 primary, 2 backup, 3 consultant.</param>
/// <param name="People">In the order of their turns; the first turn is the first one's. The same person may stand there twice.</param>
/// <param name="Turns">How many days or weeks a turn lasts.</param>
/// <param name="HandOff">When turns change, by the wall clock of the role.</param>
/// <param name="From">The date of the first hand-off; of a weekly rotation its weekday is that of all others.</param>
/// <param name="Until">The rotation ends with the hand-off time of this date; null without an end.</param>
/// <param name="Hours">The only hours of a turn that are shifts, by the wall clock of the role; null: the whole turn.</param>
/// <param name="Exceptions">At most one for each date.</param>
/// <param name="Label">The word for each of its shifts, or null.</param>
/// <param name="HorizonDays">How far ahead its shifts are in force.</param>
public sealed record Rotation(
    RotationId Id,
    string Code,
    RoleId Role,
    int Tier,
    IReadOnlyList<PersonId> People,
    TurnUnit Every,
    int Turns,
    LocalTime HandOff,
    LocalDate From,
    LocalDate? Until,
    IReadOnlyList<CoverageHours>? Hours,
    IReadOnlyList<RotationException> Exceptions,
    string? Label,
    int HorizonDays)
{
    /// <summary>How many dates there are from one hand-off to the next.</summary>
    public int DaysOfTurn => Turns * (Every == TurnUnit.Week ? 7 : 1);

    /// <summary>Everybody who may be on by it.</summary>
    public IReadOnlySet<PersonId> Everybody => People.Concat(Exceptions.Select(e => e.Person).OfType<PersonId>()).ToHashSet();
}
