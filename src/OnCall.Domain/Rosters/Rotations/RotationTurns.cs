using NodaTime;

namespace OnCall.Domain.Rosters.Rotations;

/// <summary>
/// Whose turn it is, when. Hand-offs are wall-clock times of the role's zone: one that the clocks skip is the first instant after the
/// gap, one that they repeat is the earlier. Each turn ends where the next begins, so that no night has a hole or an overlap.
/// </summary>
public static class RotationTurns
{
    /// <summary>Every turn that touches [from, to), uncut, in order of time.</summary>
    public static IEnumerable<RotationTurn> Of(Rotation rotation, RosterClock clock, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        ArgumentNullException.ThrowIfNull(clock);
        for (var turn = NearBefore(rotation, clock, from); ; turn++)
        {
            var (day, end) = Days(rotation, turn);
            if (end <= day || At(rotation, clock, day) >= to)
            {
                yield break;
            }

            foreach (var part in Parts(rotation, clock, turn, day, end).Where(p => p.Start < to && from < p.End))
            {
                yield return part;
            }
        }
    }

    /// <summary>The first hand-off at or after an instant; the end of the rotation where there is none any more.</summary>
    public static Instant HandOffFrom(Rotation rotation, RosterClock clock, Instant at)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        ArgumentNullException.ThrowIfNull(clock);
        for (var turn = NearBefore(rotation, clock, at); ; turn++)
        {
            var (day, end) = Days(rotation, turn);
            var handOff = At(rotation, clock, end <= day ? end : day);
            if (handOff >= at || end <= day)
            {
                return handOff;
            }
        }
    }

    /// <summary>The first hand-off of all.</summary>
    public static Instant Start(Rotation rotation, RosterClock clock)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        ArgumentNullException.ThrowIfNull(clock);
        return At(rotation, clock, rotation.From);
    }

    /// <summary>Null for a rotation without an end.</summary>
    public static Instant? End(Rotation rotation, RosterClock clock)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        ArgumentNullException.ThrowIfNull(clock);
        return rotation.Until is { } until ? At(rotation, clock, until) : null;
    }

    /// <summary>From the turn's date to the next one's, or to the end of the rotation: then the end comes no later than the date.</summary>
    private static (LocalDate Day, LocalDate End) Days(Rotation rotation, int turn)
    {
        var day = rotation.From.PlusDays(turn * rotation.DaysOfTurn);
        var next = day.PlusDays(rotation.DaysOfTurn);
        return (day, rotation.Until is { } until && until < next ? until : next);
    }

    // Some turns early rather than one late: a time that is skipped may lie on another date.
    private static int NearBefore(Rotation rotation, RosterClock clock, Instant at)
    {
        var days = Period.DaysBetween(rotation.From, at.InZone(clock.Zone).Date);
        return Math.Max(0, ((days - 2) / rotation.DaysOfTurn) - 1);
    }

    private static IEnumerable<RotationTurn> Parts(Rotation rotation, RosterClock clock, int turn, LocalDate day, LocalDate end)
    {
        var (start, person) = (day, (Directory.PersonId?)rotation.People[turn % rotation.People.Count]);
        foreach (var exception in rotation.Exceptions.Where(e => day <= e.Date && e.Date < end).OrderBy(e => e.Date))
        {
            if (start < exception.Date)
            {
                yield return Part(start, exception.Date, person);
            }

            (start, person) = (exception.Date, exception.Person);
        }

        yield return Part(start, end, person);

        RotationTurn Part(LocalDate first, LocalDate last, Directory.PersonId? who)
        {
            var begins = clock.Map(first + rotation.HandOff);
            return new RotationTurn(first, begins.Clock, begins.At, At(rotation, clock, last), who);
        }
    }

    private static Instant At(Rotation rotation, RosterClock clock, LocalDate day) => clock.Map(day + rotation.HandOff).At;
}
