using NodaTime;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class RosterGapTests
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;

    [Fact]
    public void Time_that_nobody_is_on_is_a_gap()
    {
        var ward = new Ward().On('A', 7, 15).On('B', 16, 23);

        Assert.Equal(["Uncovered 0-7", "Uncovered 15-16", "Uncovered 23-24"], Find(ward, Coverage.AllDay));
    }

    [Fact]
    public void A_role_without_any_shift_is_one_gap() => Assert.Equal(["Uncovered 0-24"], Find(new Ward(), Coverage.AllDay));

    [Fact]
    public void A_role_that_needs_no_cover_has_no_gap() => Assert.Empty(Find(new Ward(), new Coverage([], null)));

    [Fact]
    public void Only_coverage_hours_count_and_they_may_run_past_midnight()
    {
        // 2026-10-12 is a Monday; the night of Sunday reaches into it.
        var nights = new Coverage([new CoverageHours([IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday], new LocalTime(20, 0), new LocalTime(6, 0))], null);

        Assert.Equal(["Uncovered 3-6", "Uncovered 20-24"], Find(new Ward().On('A', 0, 3), nights));
    }

    [Fact]
    public void Coverage_hours_are_read_by_the_wall_clock_of_the_role()
    {
        var office = new Coverage([new CoverageHours([IsoDayOfWeek.Monday], new LocalTime(8, 0), new LocalTime(16, 0))], null);
        var tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

        var found = RosterGap.Find(RoleTimeline.Of(new Ward().Roster), office, tokyo, NoDays.Holidays, Ward.Hour(-24), Ward.Hour(24));

        Assert.Equal(["Uncovered -1-7"], found.Select(Text));
    }

    [Fact]
    public void Two_primaries_clash_only_where_one_is_meant()
    {
        var ward = new Ward().On('A', 0, 24).On('B', 10, 12);

        Assert.Equal(["TooMany 10-12"], Find(ward, new Coverage(null, 1)));
        Assert.Empty(Find(ward, Coverage.AllDay));
    }

    [Fact]
    public void Fewer_primaries_than_meant_are_too_few_also_with_a_backup()
    {
        var ward = new Ward().On('A', 0, 24).On('B', 0, 12).On('C', 0, 24, tier: 2);

        Assert.Equal(["TooFew 12-24"], Find(ward, new Coverage(null, 2)));
    }

    [Fact]
    public void An_inactive_person_leaves_a_gap()
    {
        var ward = new Ward().On('A', 0, 12).On('B', 12, 24).Inactive('B');

        Assert.Equal(["Uncovered 12-24"], Find(ward, Coverage.AllDay));
    }

    private static IEnumerable<string> Find(Ward ward, Coverage coverage) =>
        RosterGap.Find(RoleTimeline.Of(ward.Roster), coverage, Utc, NoDays.Holidays, Ward.Hour(0), Ward.Hour(24)).Select(Text);

    private static string Text(RosterFinding f) => $"{f.Kind} {(f.Start - Ward.Midnight).TotalHours}-{(f.End - Ward.Midnight).TotalHours}";
}
