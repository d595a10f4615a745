using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Timeline;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class TimelineStories
{
    private const string Ward = "Ward 3 – Nurse";
    private static readonly LocalDate Monday = new(2026, 10, 12);

    [Fact]
    public async Task Nights_are_whole_hand_offs_are_one_line_and_higher_tiers_stand_below()
    {
        await using var house = await StaffedAsync();

        var ward = Assert.Single(Assert.Single((await ReadAsync(house)).Units).Roles, r => r.Role.Name == Ward);

        Assert.Equal(
            ["A1 tier 1 lane 0", "C3 tier 2 lane 1", "B2 tier 1 lane 0"], ward.Bars.Select(b => $"{b.Person.EmployeeNo} tier {b.Tier} lane {b.Lane}"));
        Assert.Equal(2, ward.Lanes);
        Assert.Equal(Instant.FromUtc(2026, 10, 13, 5, 0), ward.Bars[2].End);
    }

    [Fact]
    public async Task Several_of_one_tier_are_stacked_and_told_as_an_overlap()
    {
        await using var house = await StaffedAsync();
        await house.UploadAsync("Clinic,A1,2026-10-13 08:00,2026-10-13 12:00,1\nClinic,B2,2026-10-13 10:00,2026-10-13 14:00,1\n");

        var clinic = Assert.Single((await ReadAsync(house)).Units[0].Roles, r => r.Role.Name == "Clinic");

        Assert.Equal([0, 1], clinic.Bars.Select(b => b.Lane));
        var overlap = Assert.Single(clinic.Findings, f => f.Kind == RosterFindingKind.TooMany);
        Assert.Equal((Instant.FromUtc(2026, 10, 13, 8, 0), Instant.FromUtc(2026, 10, 13, 10, 0)), (overlap.Start, overlap.End));
    }

    [Fact]
    public async Task A_cover_says_who_stands_in_for_whom_and_can_be_taken_back()
    {
        await using var house = await StaffedAsync();
        var cover = (await house.CoverAsync(Ward, "D4", "2026-10-12T09:00", "2026-10-12T11:00", instead: "A1")).Value!;

        var ward = Assert.Single((await ReadAsync(house)).Units[0].Roles, r => r.Role.Name == Ward);
        var bar = Assert.Single(ward.Bars, b => b.Cover is not null);
        Assert.Equal(("D4", "A1", cover.Id), (bar.Person.EmployeeNo, bar.Instead!.EmployeeNo, bar.Cover));

        var stretch = (await house.Get<ReadStretch>().RunAsync(House.Scheduler, Ward, "A1", Instant.FromUtc(2026, 10, 12, 10, 0), CancellationToken.None)).Value!;
        Assert.Equal((Instant.FromUtc(2026, 10, 12, 9, 0), Instant.FromUtc(2026, 10, 12, 5, 0)), (stretch.Bar.Start, stretch.ShiftStart!.Value));
        Assert.Equal("unknown-shift", (await house.Get<ReadStretch>().RunAsync(House.Scheduler, Ward, "A1", Instant.FromUtc(2026, 10, 12, 8, 0), CancellationToken.None)).Refusal!.Type);
    }

    [Fact]
    public async Task A_day_begins_by_the_roles_own_clock_also_where_it_has_25_hours()
    {
        await using var house = await StaffedAsync();

        var week = (await house.Get<ReadTimeline>().RunAsync(House.Scheduler, null, new LocalDate(2026, 10, 19), 7, CancellationToken.None)).Value!;

        var ward = Assert.Single(week.Units[0].Roles, r => r.Role.Name == Ward);
        Assert.Equal(Duration.FromHours((7 * 24) + 1), ward.To - ward.From);
        Assert.Equal(Instant.FromUtc(2026, 10, 18, 22, 0), ward.From);
    }

    [Fact]
    public async Task Who_changed_what_is_told_to_its_schedulers_alone()
    {
        await using var house = await StaffedAsync();

        Assert.Contains((await ReadAsync(house)).Changes, c => c is { By: "Sam Scheduler", File: "roster.csv" });
        var seen = await ReadAsync(house, House.Staff);
        Assert.Empty(seen.Changes);
        Assert.False(seen.MayChange);
    }

    [Fact]
    public async Task A_unit_shows_its_own_roles_and_those_below_and_nothing_to_who_has_no_part_in_it()
    {
        await using var house = await StaffedAsync();
        var unit = new OrgUnit(new OrgUnitId(house.Get<IIdSource>().NewId()), "surgery", "Surgery", null, null);
        await house.Get<IOrgUnitStore>().SaveAsync(unit, isNew: true, House.Audit, CancellationToken.None);
        await house.RoleAsync("surgery/first", "Surgery – first", unit: unit.Id);

        Assert.Equal("Surgery – first", Assert.Single(Assert.Single((await ReadAsync(house, unit: "surgery")).Units).Roles).Role.Name);
        var nurse = new Caller("person:T9", null, "Nurse", [new Grant(Permission.Staff, unit.Id)]);
        Assert.Equal(["Surgery – first"], (await ReadAsync(house, nurse)).Units.SelectMany(u => u.Roles).Select(r => r.Role.Name));
        Assert.Equal("invalid-input", (await house.Get<ReadTimeline>().RunAsync(House.Scheduler, "nowhere", Monday, 7, CancellationToken.None)).Refusal!.Type);
    }

    private static async Task<TimelineView> ReadAsync(House house, Caller? caller = null, string? unit = null) =>
        (await house.Get<ReadTimeline>().RunAsync(caller ?? House.Scheduler, unit, Monday, 7, CancellationToken.None)).Value!;

    private static async Task<House> StaffedAsync()
    {
        var house = await House.OpenAsync();
        await house.WardAsync();
        await house.RoleAsync((await house.Get<IDirectoryReads>().FindRoleAsync("Clinic", CancellationToken.None))! with { Coverage = new Coverage(null, 1) }, isNew: false);
        await house.PersonAsync("D4", "Dilan Kaya");
        await house.UploadAsync(
            $"{Ward},A1,2026-10-12 07:00,2026-10-12 19:00,1\n{Ward},C3,2026-10-12 07:00,2026-10-13 07:00,2\n{Ward},B2,2026-10-12 19:00,2026-10-13 07:00,1\n");
        return house;
    }
}
