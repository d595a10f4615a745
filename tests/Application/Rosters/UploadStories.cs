using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class UploadStories
{
    private const string Early = "Ward 3 – Nurse,A1,2026-10-12 07:00,2026-10-12 15:00,1\n";

    [Theory]
    [InlineData("ward-roster.csv", 35)]
    [InlineData("two-tier-roster.csv", 15)]
    public async Task A_sample_is_published_with_the_roles_and_people_that_it_brings(string sample, int shifts)
    {
        await using var house = await House.OpenAsync();

        var answer = await house.UploadAsync(House.Sample(sample));

        Assert.True(answer.IsNew);
        Assert.Equal((UploadStatus.Published, shifts, new PublicationChanges(shifts, 0, 0)), (answer.Value!.Status, answer.Value.Accepted, answer.Value.Changes));
    }

    [Fact]
    public async Task A_role_that_a_file_brings_gets_a_code_from_its_name()
    {
        await using var house = await House.OpenAsync();
        await house.RoleAsync("ward-21/nurse-on-duty", "Something else");

        await house.UploadAsync("Ward 21 – Nurse on duty,A1,2026-10-12 07:00,2026-10-12 15:00,\nward 21 - NURSE on duty,B2,2026-10-12 15:00,2026-10-12 23:00,\n", create: true);

        Assert.Equal("ward-21/nurse-on-duty-2", (await house.ResolveAsync("Ward 21 – Nurse on duty")).Value!.Role.Code);
        Assert.Equal("B2/1", await house.WhoAsync("ward 21 — nurse on duty", "2026-10-12T20:00+02:00"));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var house = await House.OpenAsync();
        await house.UploadAsync(House.Sample("ward-roster.csv"));

        var again = await house.UploadAsync(House.Sample("ward-roster.csv"));

        Assert.Equal((UploadStatus.Unchanged, PublicationChanges.None), (again.Value!.Status, again.Value.Changes));
    }

    [Fact]
    public async Task A_preview_puts_nothing_in_force_until_it_is_published()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var preview = await house.UploadAsync(Early + "ICU,D4,2026-10-12 07:00,2026-10-12 15:00,\n", publish: false, create: true);
        Assert.Equal((UploadStatus.Preview, new PublicationChanges(2, 0, 0)), (preview.Value!.Status, preview.Value.Changes));
        Assert.Equal("", await house.WhoAsync("Ward 3 – Nurse", "2026-10-12T08:00Z"));
        Assert.Equal(RefusalKind.NotFound, (await house.ResolveAsync("ICU")).Refusal!.Kind);

        var published = await house.Get<PublishRoster>().RunAsync(House.Scheduler, new UploadId(preview.Value.Id), CancellationToken.None);
        Assert.Equal(UploadStatus.Published, published.Value!.Status);
        Assert.Equal("A1/1", await house.WhoAsync("Ward 3 – Nurse", "2026-10-12T08:00Z"));
        Assert.Equal("D4/1", await house.WhoAsync("ICU", "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task A_preview_is_stale_once_somebody_else_has_changed_the_same_time()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var preview = await house.UploadAsync(Early, publish: false);
        await house.UploadAsync("Ward 3 – Nurse,B2,2026-10-12 07:00,2026-10-12 15:00,1\n");

        var late = await house.Get<PublishRoster>().RunAsync(House.Scheduler, new UploadId(preview.Value!.Id), CancellationToken.None);

        Assert.Equal("stale-preview", late.Refusal!.Type);
        Assert.Equal("B2/1", await house.WhoAsync("Ward 3 – Nurse", "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task A_preview_is_stale_once_somebody_else_has_made_its_people()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var preview = await house.UploadAsync("Clinic,N9,2026-10-12 07:00,2026-10-12 15:00,1\n", publish: false, create: true);
        await house.PersonAsync("N9", "Nia New");

        var late = await house.Get<PublishRoster>().RunAsync(House.Scheduler, new UploadId(preview.Value!.Id), CancellationToken.None);

        Assert.Equal("stale-preview", late.Refusal!.Type);
    }

    [Fact]
    public async Task A_preview_is_not_stale_because_something_else_has_changed()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var preview = await house.UploadAsync(Early, publish: false);
        await house.UploadAsync("Clinic,B2,2026-10-12 07:00,2026-10-12 15:00,1\n");
        await house.CoverAsync("Clinic", "C3", "2026-10-12T08:00", "2026-10-12T09:00");

        var published = await house.Get<PublishRoster>().RunAsync(House.Scheduler, new UploadId(preview.Value!.Id), CancellationToken.None);

        Assert.Equal(UploadStatus.Published, published.Value!.Status);
    }

    [Fact]
    public async Task Every_error_is_told_by_row_and_column_and_nothing_is_stored()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var answer = await house.UploadAsync(
            Early
            + "Wrd 3 – Nurse,A1,2026-10-13 07:00,2026-10-13 15:00,1\n"
            + "Ward 3 – Nurse,X9,2026-10-13 07:00,2026-10-13 15:00,1\n"
            + "Ward 3 – Nurse,A1,2026-10-14 15:00,2026-10-14 07:00,1\n"
            + "Ward 3 – Nurse,B2,soon,2026-10-14 07:00,1\n"
            + "Ward 3 – Nurse,A1,2026-10-12 14:00,2026-10-12 16:00,2\n");

        Assert.Equal(RefusalKind.Invalid, answer.Refusal!.Kind);
        Assert.Equal(
            ["3 Role unknown-role", "4 Employee no unknown-person", "5 End end-not-after-start", "6 Start unreadable-date", "7 Start person-twice"],
            House.Errors(answer));
        Assert.Contains("Ward 3 – Nurse", answer.Refusal.Errors.Single(e => e.Row == 3).Message, StringComparison.Ordinal);
        Assert.Equal(0, await house.UploadCountAsync());
        Assert.Equal("", await house.WhoAsync("Ward 3 – Nurse", "2026-10-12T08:00Z"));
    }

    [Fact]
    public async Task One_bad_row_keeps_the_roles_and_people_of_all_others_from_being_made()
    {
        await using var house = await House.OpenAsync();

        await house.UploadAsync("ICU,D4,2026-10-12 07:00,2026-10-12 15:00,\nICU,E5,2026-10-12,2026-10-12 15:00,\n", create: true);

        Assert.Equal(RefusalKind.NotFound, (await house.ResolveAsync("ICU")).Refusal!.Kind);
    }

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

    [Fact]
    public async Task A_rollback_puts_the_roster_back()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync(Early);
        var second = await house.UploadAsync("Ward 3 – Nurse,B2,2026-10-12 07:00,2026-10-12 15:00,1\n");
        var rollBack = house.Get<RollBackRoster>();

        var answer = await rollBack.RunAsync(House.Scheduler, new UploadId(second.Value!.Id), CancellationToken.None);

        Assert.Equal(UploadStatus.RolledBack, answer.Value!.Status);
        Assert.Equal("A1/1", await house.WhoAsync("Ward 3 – Nurse", "2026-10-12T08:00Z"));
        Assert.Equal("not-published", (await rollBack.RunAsync(House.Scheduler, new UploadId(second.Value.Id), CancellationToken.None)).Refusal!.Type);
        Assert.Equal(RefusalKind.NotFound, (await rollBack.RunAsync(House.Scheduler, new UploadId(House.Id(9)), CancellationToken.None)).Refusal!.Kind);
    }

    [Theory]
    [InlineData("timeZone", "Mars/Olympus", null, null)]
    [InlineData("timeZone", null, null, null)]
    [InlineData("mapping", House.Brussels, null, "[1]")]
    [InlineData("format", House.Brussels, "papyrus", null)]
    public async Task What_is_said_of_a_file_is_checked_by_field(string field, string? zone, string? format, string? mapping)
    {
        await using var house = await House.OpenAsync();

        var answer = await house.UploadAsync(House.Request(House.Headings + Early) with { TimeZone = zone, Format = format, Mapping = mapping });

        Assert.Equal(field, Assert.Single(answer.Refusal!.Errors).Field);
    }

    [Fact]
    public async Task A_file_of_another_kind_or_too_large_is_refused()
    {
        await using var house = await House.OpenAsync();
        var request = House.Request("");

        var zip = await house.UploadAsync(request with { File = new RosterFile("roster.xlsx", "PK\u0003\u0004"u8.ToArray()) });
        var large = await house.UploadAsync(request with { File = new RosterFile("roster.csv", new byte[UploadRoster.MaxBytes + 1]) });

        Assert.Equal("file", Assert.Single(zip.Refusal!.Errors).Field);
        Assert.Equal(RefusalKind.TooLarge, large.Refusal!.Kind);
    }

    [Fact]
    public async Task Only_the_scheduler_of_every_role_in_the_file_may_upload_it()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var elsewhere = new Caller("person:U1", null, "Uma", [new Grant(Permission.Scheduler, new OrgUnitId(House.Id(5)))]);

        Assert.Equal(RefusalKind.Forbidden, (await house.UploadAsync(Early, caller: House.Staff)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, (await house.UploadAsync(Early, caller: elsewhere)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, (await house.UploadAsync("New role,N9,2026-10-12 07:00,2026-10-12 15:00,\n", create: true, caller: elsewhere)).Refusal!.Kind);
        Assert.Equal(0, await house.UploadCountAsync());
    }
}
