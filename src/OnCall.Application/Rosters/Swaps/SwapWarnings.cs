using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Looks for what the two and the scheduler should know: of shifts in force, and of covers.</summary>
public sealed class SwapWarnings(IRosterReads rosters, ChannelSet channels)
{
    private static readonly Duration Longest = Duration.FromHours(24);

    public async Task<IReadOnlyList<SwapWarning>> OfAsync(Swap swap, SwapSetting setting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(swap);
        ArgumentNullException.ThrowIfNull(setting);
        var (from, to) = SwapCheck.Window(swap);
        var staff = await rosters.OfPeopleAsync([swap.Giver, swap.Taker], from - Longest, to + Longest, cancellationToken);
        var times = TimesOn.Of(staff.Shifts.Select(NewShift.Of), staff.Covers);
        return [.. swap.Sides.SelectMany(side => Of(side, swap, setting, times))];
    }

    private IEnumerable<SwapWarning> Of(SwapSide side, Swap swap, SwapSetting setting, IReadOnlyList<TimeOn> times)
    {
        var person = side.Taker == setting.Taker.Id ? setting.Taker : setting.Giver;
        var name = new PersonName(person.EmployeeNo, person.Name);
        var others = swap.Sides.Where(o => o.Giver == side.Taker).Aggregate(
            times.Where(d => d.Person == side.Taker).ToList(),
            (left, given) => [.. left.SelectMany(d => d.Role == given.Role ? TimesOn.Without(d, given.Start, given.End) : [d])]);
        if (others.Any(o => o.Start < side.End && side.Start < o.End))
        {
            yield return new SwapWarning("double-booked", name, $"{person.Name} would be on two roles at once.");
        }

        if (Stretch(side, others) > Longest)
        {
            yield return new SwapWarning("over-24-hours", name, $"{person.Name} would be on for more than 24 hours without a break.");
        }

        if (WorkingMethods.Of(person, channels.Works).Count == 0)
        {
            yield return new SwapWarning("no-working-contact-method", name, $"{person.Name} has no verified contact method that works, and could not be paged.");
        }
    }

    /// <summary>How long they would be on without a break around it.</summary>
    private static Duration Stretch(SwapSide side, List<TimeOn> others)
    {
        var (start, end) = (side.Start, side.End);
        var left = others.OrderBy(o => o.Start).ToList();
        while (left.FindIndex(o => o.Start <= end && start <= o.End) is var i and >= 0)
        {
            (start, end) = (Instant.Min(start, left[i].Start), Instant.Max(end, left[i].End));
            left.RemoveAt(i);
        }

        return end - start;
    }
}
