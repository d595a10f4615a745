using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters.Workloads;
using Xunit;

namespace OnCall.Domain.Tests.Rosters.Workloads;

/// <summary>Friday 23 October 2026 to Monday; Brussels puts its clocks back on the night to Sunday.</summary>
public sealed class WorkloadCountTests
{
    private static readonly DateTimeZone Brussels = DateTimeZoneProviders.Tzdb["Europe/Brussels"];
    private static readonly PersonId Ada = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly HashSet<LocalDate> Holidays = [new LocalDate(2026, 10, 26)];

    [Fact]
    public void A_night_is_counted_by_the_day_that_it_begins_on_and_the_hour_that_comes_twice_counts()
    {
        var load = Assert.Single(WorkloadCount.Of([On(24, 20, 25, 8)]));

        Assert.Equal((Duration.FromHours(13), 1, 2, 0), (load.Time, load.Nights, load.WeekendDays, load.Holidays));
    }

    [Theory]
    [InlineData(20, 2, 1)]
    [InlineData(20, 1, 0)]
    [InlineData(3, 12, 1)]
    [InlineData(4, 12, 0)]
    public void A_night_wants_three_hours_of_it(int from, int to, int nights)
    {
        var stretch = from > to ? On(22, from, 23, to) : On(22, from, 22, to);

        Assert.Equal(nights, WorkloadCount.Of([stretch])[0].Nights);
    }

    [Fact]
    public void Two_roles_at_once_count_once_and_parts_of_one_night_add_up()
    {
        var load = Assert.Single(WorkloadCount.Of([On(22, 22, 23, 1), On(22, 23, 23, 0), On(23, 1, 23, 3)]));

        Assert.Equal((Duration.FromHours(5), 1), (load.Time, load.Nights));
    }

    [Fact]
    public void A_shift_that_ends_at_midnight_is_of_one_day()
    {
        var load = Assert.Single(WorkloadCount.Of([On(25, 16, 26, 0)]));
        Assert.Equal((1, 0), (load.WeekendDays, load.Holidays));

        Assert.Equal(1, WorkloadCount.Of([On(26, 8, 26, 16)])[0].Holidays);
    }

    [Fact]
    public void Who_is_on_most_stands_first()
    {
        var bram = new PersonId(new Guid(2, 0, 0, new byte[8]));

        Assert.Equal([bram, Ada], WorkloadCount.Of([On(22, 8, 22, 12), On(22, 8, 22, 16) with { Person = bram }]).Select(w => w.Person));
    }

    private static WorkStretch On(int fromDay, int fromHour, int toDay, int toHour) => new(
        Ada,
        new LocalDateTime(2026, 10, fromDay, fromHour, 0).InZoneLeniently(Brussels).ToInstant(),
        new LocalDateTime(2026, 10, toDay, toHour, 0).InZoneLeniently(Brussels).ToInstant(),
        Brussels,
        Holidays);
}
