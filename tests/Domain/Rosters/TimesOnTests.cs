using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class TimesOnTests
{
    private static readonly RoleId Ward = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly RoleId Clinic = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly PersonId Ada = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly PersonId Bram = new(new Guid(4, 0, 0, new byte[8]));
    private static readonly Instant Midnight = Instant.FromUtc(2026, 10, 13, 0, 0);

    [Fact]
    public void A_cover_takes_its_time_out_of_the_shift_on_that_role_alone_and_gives_it_to_whoever_stands_in()
    {
        var times = TimesOn.Of([Shift(Ward, Ada, 8, 20), Shift(Clinic, Ada, 8, 20)], [Cover(1, Ward, Bram, Ada, 10, 12)]);

        Assert.Equal(["Ward Ada 8-10", "Ward Ada 12-20", "Clinic Ada 8-20", "Ward Bram 10-12"], Read(times));
    }

    [Fact]
    public void A_later_cover_relieves_who_stood_in_by_an_earlier_one()
    {
        var times = TimesOn.Of([Shift(Ward, Ada, 8, 20)], [Cover(2, Ward, Ada, Bram, 11, 12), Cover(1, Ward, Bram, Ada, 10, 13)]);

        Assert.Equal(["Ward Ada 8-10", "Ward Ada 13-20", "Ward Ada 11-12", "Ward Bram 10-11", "Ward Bram 12-13"], Read(times));
    }

    [Fact]
    public void A_cover_that_names_nobody_or_meets_nothing_takes_nothing_away()
    {
        var times = TimesOn.Of([Shift(Ward, Ada, 8, 20)], [Cover(1, Ward, Bram, null, 10, 12), Cover(2, Ward, Bram, Ada, 20, 22)]);

        Assert.Equal(["Ward Ada 8-20", "Ward Bram 10-12", "Ward Bram 20-22"], Read(times));
    }

    private static IEnumerable<string> Read(IEnumerable<TimeOn> times) => times.Select(t =>
        $"{(t.Role == Ward ? "Ward" : "Clinic")} {(t.Person == Ada ? "Ada" : "Bram")} {Hours(t.Start)}-{Hours(t.End)}");

    private static double Hours(Instant at) => (at - Midnight).TotalHours;

    private static NewShift Shift(RoleId role, PersonId person, int from, int to) => new(role, person, 1, Hour(from), Hour(to), null);

    private static Cover Cover(int number, RoleId role, PersonId person, PersonId? instead, int from, int to) =>
        new(new CoverId(new Guid(number, 9, 0, new byte[8])), role, person, instead, 1, Hour(from), Hour(to), "ill", Midnight + Duration.FromMinutes(number));

    private static Instant Hour(int hour) => Midnight + Duration.FromHours(hour);
}
