using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Holidays;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Tests.Rosters.Rotations;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

/// <summary>An outpatient role by day on weekdays; on holidays of the site a stand-by from ten to twelve. Thursday 15 October 2026 is one.</summary>
public sealed class HolidayStories
{
    private static readonly CoverageHours Weekdays = new([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], new LocalTime(8, 0), new LocalTime(16, 0));
    private static readonly CoverageHours OnHolidays = new([], new LocalTime(10, 0), new LocalTime(12, 0)) { OnHolidays = true };

    [Fact]
    public async Task Where_hours_name_holidays_a_holiday_goes_by_them_alone()
    {
        await using var house = await SiteAsync(Weekdays, OnHolidays);

        Assert.Equal(["14 Oct 08:00-16:00", "15 Oct 10:00-12:00", "16 Oct 08:00-16:00"], await GapsAsync(house));
    }

    [Fact]
    public async Task Where_none_names_them_a_holiday_is_a_day_like_any_other()
    {
        await using var house = await SiteAsync(Weekdays);

        Assert.Equal(["14 Oct 08:00-16:00", "15 Oct 08:00-16:00", "16 Oct 08:00-16:00"], await GapsAsync(house));
    }

    [Fact]
    public async Task Hours_that_are_not_for_holidays_leave_a_holiday_out()
    {
        await using var house = await SiteAsync(Weekdays with { NotOnHolidays = true });

        Assert.Equal(["14 Oct 08:00-16:00", "16 Oct 08:00-16:00"], await GapsAsync(house));
    }

    [Fact]
    public async Task The_review_of_an_upload_goes_by_holidays()
    {
        await using var house = await SiteAsync(Weekdays, OnHolidays);
        const string Shifts = "out,A1,2026-10-14 08:00,2026-10-14 16:00,1\nout,A1,2026-10-15 10:00,2026-10-15 12:00,1\nout,A1,2026-10-16 08:00,2026-10-16 16:00,1\n";
        Assert.Empty(House.Warnings(await house.UploadAsync(Shifts, publish: false)));

        await HolidaysAsync(house, "site");
        Assert.Equal(["2 End gap"], House.Warnings(await house.UploadAsync(Shifts, publish: false)));
    }

    [Fact]
    public async Task A_rotation_of_such_hours_makes_the_shifts_of_a_holiday()
    {
        await using var house = await SiteAsync(Weekdays, OnHolidays);
        var hours = new CoverageTimes(null, [new CoverageSpan(["wed", "thu", "fri"], "08:00", "16:00"), new CoverageSpan(["hol"], "10:00", "12:00")]);

        await house.PutAsync(Taking.Weeks with { Role = "out", HandOff = "00:00", HorizonDays = 7, Hours = hours });

        Assert.Equal(["A1/1 14 Oct 08:00-14 Oct 16:00", "A1/1 15 Oct 10:00-15 Oct 12:00", "A1/1 16 Oct 08:00-16 Oct 16:00"], (await house.RosterAsync("out")).Take(3));
        Assert.Equal(["12 Oct 08:00-16:00", "13 Oct 08:00-16:00"], await GapsAsync(house, "2026-10-11"));
    }

    [Fact]
    public async Task A_unit_has_the_holidays_of_those_above_it_and_shows_whose_they_are()
    {
        await using var house = await SiteAsync(Weekdays);
        await HolidaysAsync(house, "ward", new HolidayInput("2026-12-26", "Boxing day"), new HolidayInput("2026-12-25", "Christmas"));

        var view = (await house.Get<ReadHolidays>().RunAsync(House.Staff, "ward", CancellationToken.None)).Value!;

        Assert.Equal(["2026-12-25 ward", "2026-12-26 ward"], view.Holidays.Select(h => $"{h.Date} {h.OrgUnit}"));
        Assert.Equal(["2026-10-15 site"], view.Inherited.Select(h => $"{h.Date} {h.OrgUnit}"));
    }

    [Theory]
    [InlineData("2026-02-30", "x", "holidays[0].date")]
    [InlineData("25/12/2026", "x", "holidays[0].date")]
    [InlineData("2026-12-25", "", "holidays[0].name")]
    [InlineData("2026-10-16", "x", "holidays")]
    public async Task What_is_no_holiday_is_told_by_field_and_changes_nothing(string date, string name, string field)
    {
        await using var house = await SiteAsync(Weekdays);

        var answer = await house.Get<PutHolidays>().RunAsync(House.Scheduler, "site", new PutHolidaysRequest([new HolidayInput(date, name), new HolidayInput("2026-10-16", "y")]), CancellationToken.None);

        Assert.Equal(field, Assert.Single(answer.Refusal!.Errors).Field);
        Assert.Equal("2026-10-15", (await house.Get<ReadHolidays>().RunAsync(House.Staff, "site", CancellationToken.None)).Value!.Holidays.Single().Date);
    }

    [Fact]
    public async Task They_are_kept_by_the_schedulers_of_the_unit()
    {
        await using var house = await SiteAsync(Weekdays);
        var ofWard = new Caller("person:W1", null, "Wim", [new Grant(Permission.Scheduler, new OrgUnitId(House.Id(61)))]);

        Assert.Equal(RefusalKind.Forbidden, (await house.Get<PutHolidays>().RunAsync(ofWard, "site", new PutHolidaysRequest([]), CancellationToken.None)).Refusal!.Kind);
        Assert.True((await house.Get<PutHolidays>().RunAsync(ofWard, "ward", new PutHolidaysRequest([]), CancellationToken.None)).Ok);
        Assert.Equal(RefusalKind.NotFound, (await house.Get<PutHolidays>().RunAsync(ofWard, "nowhere", new PutHolidaysRequest([]), CancellationToken.None)).Refusal!.Kind);
    }

    private static async Task<House> SiteAsync(params CoverageHours[] hours)
    {
        var house = await House.OpenAsync();
        var (site, ward) = (new OrgUnit(new OrgUnitId(House.Id(60)), "site", "Site", null, House.Brussels), new OrgUnit(new OrgUnitId(House.Id(61)), "ward", "Ward", new OrgUnitId(House.Id(60)), null));
        var audit = new AuditEntry(house.Clock.Now, "system", "test", "test", "{}");
        await house.Get<IOrgUnitStore>().SaveAsync(site, isNew: true, audit, CancellationToken.None);
        await house.Get<IOrgUnitStore>().SaveAsync(ward, isNew: true, audit, CancellationToken.None);
        await house.RoleAsync("out", "Outpatients", new Coverage(hours, null), unit: ward.Id);
        await house.PersonAsync("A1", "Ada Okafor");
        await house.PersonAsync("B2", "Bram Peeters");
        await house.PersonAsync("C3", "Chiyo Tanaka");
        await HolidaysAsync(house, "site", new HolidayInput("2026-10-15", "Site day"));
        return house;
    }

    private static async Task HolidaysAsync(House house, string unit, params HolidayInput[] holidays) =>
        Assert.True((await house.Get<PutHolidays>().RunAsync(House.Scheduler, unit, new PutHolidaysRequest(holidays), CancellationToken.None)).Ok);

    private static async Task<IEnumerable<string>> GapsAsync(House house, string from = "2026-10-14")
    {
        var zone = DateTimeZoneProviders.Tzdb[House.Brussels];
        var answer = await house.Get<FindRosterGaps>().RunAsync(House.Scheduler, new RosterQuery(null, "out", from, "2026-10-17"), CancellationToken.None);
        return answer.Value!.Items.Select(g => $"{g.Start.InZone(zone):d MMM HH:mm}-{g.End.InZone(zone):HH:mm}");
    }
}
