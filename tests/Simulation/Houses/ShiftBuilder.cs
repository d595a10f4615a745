using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Houses;

/// <summary>Makes up who is on when, with handovers and gaps inside the run.</summary>
internal sealed class ShiftBuilder(Chance chance, IReadOnlyList<Person> people, Instant start, Duration length)
{
    private static readonly Duration Margin = Duration.FromHours(2);

    public IEnumerable<NewShift> Of(Role role)
    {
        foreach (var (tier, percent) in new[] { (1, 90), (2, 65), (3, 45) })
        {
            foreach (var shift in chance.Percent(percent) ? Line(role.Id, tier, people) : [])
            {
                yield return shift;
            }

            foreach (var shift in tier == 1 && chance.OneIn(4) ? Line(role.Id, tier, people) : [])
            {
                yield return shift;
            }
        }
    }

    public IEnumerable<NewShift> OfDesk(Role desk, IReadOnlyDictionary<PersonId, Grant> grants) =>
        Line(desk.Id, 1, [.. people.Where(p => grants.ContainsKey(p.Id) || chance.OneIn(4))]);

    /// <summary>One place on a roster from long before the run to long after it.</summary>
    private List<NewShift> Line(RoleId role, int tier, IReadOnlyList<Person> from)
    {
        var shifts = new List<NewShift>();
        var (at, end) = (start - Margin, start + length + Margin);
        while (at < end)
        {
            var until = at < start || chance.OneIn(3) ? start + Part() : at + Part();
            until = until <= at || chance.OneIn(3) ? end : until;
            if (!chance.OneIn(6))
            {
                shifts.Add(new NewShift(role, chance.Pick(from).Id, tier, at, until, null));
            }

            at = until;
        }

        return shifts;
    }

    private Duration Part() => Duration.FromSeconds(chance.Between(1, (int)length.TotalSeconds));
}
