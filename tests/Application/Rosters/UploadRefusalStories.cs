using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class UploadRefusalStories
{
    private const string Early = "Ward 3 – Nurse,A1,2026-10-12 07:00,2026-10-12 15:00,1\n";

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

        var pdf = await house.UploadAsync(request with { File = new RosterFile("roster.pdf", "%PDF-1.7"u8.ToArray()) });
        var large = await house.UploadAsync(request with { File = new RosterFile("roster.csv", new byte[UploadRoster.MaxBytes + 1]) });

        Assert.Equal("file", Assert.Single(pdf.Refusal!.Errors).Field);
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
