using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class UploadWarningStories
{
    private const string Early = "Ward 3 – Nurse,A1,2026-10-12 07:00,2026-10-12 15:00,1\n";

    [Fact]
    public async Task Different_people_on_one_role_at_one_time_are_normal()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var answer = await house.UploadAsync(Early + "Ward 3 – Nurse,B2,2026-10-12 07:00,2026-10-12 15:00,1\n");

        Assert.Empty(House.Warnings(answer));
        Assert.Equal("A1/1 B2/1", await house.WhoAsync("Ward 3 – Nurse", "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task Two_primaries_warn_where_one_is_meant()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.RoleAsync("duty", "Duty doctor", new Coverage(null, 1));

        var answer = await house.UploadAsync("Duty doctor,A1,2026-10-12 07:00,2026-10-12 15:00,\nDuty doctor,B2,2026-10-12 12:00,2026-10-12 15:00,\n");

        Assert.Equal(["3 Start overlap"], House.Warnings(answer));
    }

    [Fact]
    public async Task Time_that_nobody_is_on_warns_once_for_a_role()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var answer = await house.UploadAsync(Early + "Ward 3 – Nurse,B2,2026-10-12 16:00,2026-10-12 23:00,\nWard 3 – Nurse,C3,2026-10-13 07:00,2026-10-13 15:00,\n");

        Assert.Equal(["2 End gap"], House.Warnings(answer));
        Assert.Contains("2026-10-12 15:00 to 2026-10-12 16:00. There are 2 such gaps, 9 hours in all", answer.Value!.Problems.Single(p => p.Code == "gap").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_called_otherwise_or_inactive_or_out_of_reach_warns()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.PersonAsync("Z9", "Zoë Gone", active: false);
        var request = House.Request("Role,Employee no,Name,Start,End\nClinic,A1,ada  OKAFOR,2026-10-12 07:00,2026-10-12 15:00\nClinic,B2,Somebody Else,2026-10-12 15:00,2026-10-12 23:00\nClinic,Z9,,2026-10-12 15:00,2026-10-12 23:00\n");

        var answer = await house.UploadAsync(request);

        Assert.Equal(["3 Name name-differs", "4 Employee no inactive-person"], House.Warnings(answer));
        Assert.Equal([2, 3], answer.Value!.Problems.Where(p => p.Code == "no-contact-method").Select(p => p.Row));
    }

    [Fact]
    public async Task The_nights_of_the_clock_change_are_published_as_they_are_and_warn_by_row()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var answer = await house.UploadAsync(
            "Clinic,A1,2026-10-24 23:00,2026-10-25 02:30,\nClinic,B2,2026-10-25 02:30,2026-10-25 07:00,\n"
            + "Clinic,A1,2027-03-28 02:15,2027-03-28 07:00,\nClinic,B2,2027-03-28 02:15,2027-03-28 02:45,\n");

        Assert.Equal(
            ["2 End repeated-time", "3 End gap", "3 Start repeated-time", "4 Start skipped-time", "5 Start shift-skipped"],
            House.Warnings(answer).Order());
        Assert.Equal("A1/1", await house.WhoAsync("Clinic", "2026-10-25T00:29:59Z"));
        Assert.Equal("B2/1", await house.WhoAsync("Clinic", "2026-10-25T00:30:00Z"));
        Assert.Equal("B2/1", await house.WhoAsync("Clinic", "2026-10-25T05:59:59Z"));
        Assert.Equal("A1/1", await house.WhoAsync("Clinic", "2027-03-28T01:00:00Z"));
        Assert.Equal(3, answer.Value!.Accepted);
    }

    [Fact]
    public async Task A_cover_whose_person_has_gone_from_the_roster_stays_and_warns()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync(Early);
        await house.CoverAsync("Ward 3 – Nurse", "C3", "2026-10-12T09:00", "2026-10-12T11:00", instead: "A1");

        var answer = await house.UploadAsync("Ward 3 – Nurse,B2,2026-10-12 07:00,2026-10-12 15:00,1\n");

        Assert.Equal(["2  cover-left"], House.Warnings(answer));
        Assert.Equal("B2/1 C3/1", await house.WhoAsync("Ward 3 – Nurse", "2026-10-12T10:00+02:00"));
    }
}
