using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters.Rotations;

/// <summary>The shifts that a rotation makes.</summary>
public static class RotationShifts
{
    /// <summary>Its shifts in [from, to), cut to it, in order of time: a shift for each turn, or for each span of hours within one.</summary>
    /// <param name="clock">Of the role.</param>
    /// <param name="holidays">Of the role's unit and those above it.</param>
    /// <param name="inactive">Nobody of them is paged: their turns are gaps.</param>
    public static IReadOnlyList<NewShift> Of(
        Rotation rotation, RosterClock clock, IReadOnlySet<LocalDate> holidays, IReadOnlySet<PersonId> inactive, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        ArgumentNullException.ThrowIfNull(clock);
        var coverage = new Coverage(rotation.Hours, null);
        var shifts = new List<NewShift>();
        foreach (var turn in RotationTurns.Of(rotation, clock, from, to))
        {
            if (turn.Person is { } person && !inactive.Contains(person))
            {
                shifts.AddRange(CoverageTimes.Of(coverage, clock.Zone, holidays, Instant.Max(from, turn.Start), Instant.Min(to, turn.End))
                    .Select(span => new NewShift(rotation.Role, person, rotation.Tier, span.Start, span.End, rotation.Label)));
            }
        }

        return shifts;
    }
}
