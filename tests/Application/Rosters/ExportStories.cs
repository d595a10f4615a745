using System.Text;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Export;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class ExportStories
{
    private const string WithLabels = "Role,Employee no,Start,End,Tier,Shift\n";
    private const string Ward = "Ward 3 – Nurse";

    [Theory]
    [InlineData("csv", "2026-10-24", "2026-10-27", 8)]
    [InlineData("xlsx", "2026-10-24", "2026-10-27", 8)]
    [InlineData("csv", "2027-03-27", "2027-03-29", 2)]
    [InlineData("xlsx", "2027-03-27", "2027-03-29", 2)]
    public async Task What_is_exported_and_uploaded_again_changes_nothing(string format, string from, string to, int shifts)
    {
        await using var house = await AwkwardAsync();

        var export = await ExportAsync(house, format, null, from, to);
        var again = await UploadAsync(house, export, format);

        Assert.Equal((UploadStatus.Unchanged, new PublicationChanges(0, 0, 0, shifts)), (again.Value!.Status, again.Value.Changes));
        Assert.Equal(House.Brussels, export.Zone.Id);
        Assert.Equal(("Role", Math.Min(3, shifts)), (again.Value.Reading.Headings![0], again.Value.Reading.Sample!.Count));
        Assert.Equal($"roster-all-{from}.{format}", export.FileName);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Shifts_that_overlap_on_and_on_are_exported_as_far_as_they_do(string format)
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync(
            $"{Ward},A1,2026-10-05 08:00,2026-10-12 08:00,1\n{Ward},B2,2026-10-08 08:00,2026-10-15 08:00,2\n{Ward},C3,2026-10-12 08:00,2026-10-19 08:00,1\n"
            + $"{Ward},A1,2026-10-15 08:00,2026-10-22 08:00,2\n{Ward},B2,2026-10-19 08:00,2026-10-26 08:00,1\n{Ward},C3,2026-10-26 08:00,2026-10-27 08:00,1\n");

        var export = await ExportAsync(house, format, Ward, "2026-10-13", "2026-10-14");
        var again = await UploadAsync(house, export, format);

        Assert.Equal((UploadStatus.Unchanged, 5), (again.Value!.Status, again.Value.Accepted));
        Assert.Equal($"roster-ward-3-nurse-2026-10-13.{format}", export.FileName);
    }

    [Fact]
    public async Task A_role_whose_shifts_hang_together_for_months_is_exported_whole()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var start = new NodaTime.LocalDate(2026, 1, 5);
        string Row(string person, int day, int tier) => $"{Ward},{person},{start.PlusDays(day):uuuu-MM-dd} 08:00,{start.PlusDays(day + 14):uuuu-MM-dd} 08:00,{tier}\n";
        await house.UploadAsync(string.Concat(Enumerable.Range(0, 40).Select(i => Row("A1", i * 14, 1) + Row("B2", (i * 14) + 7, 2))));

        var again = await UploadAsync(house, await ExportAsync(house, "csv", Ward, "2026-10-13", "2026-10-14"), "csv");

        Assert.Equal((UploadStatus.Unchanged, 80), (again.Value!.Status, again.Value.Accepted));
    }

    [Fact]
    public async Task Covers_are_left_out_and_stay_in_force()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n");
        await house.CoverAsync(Ward, "B2", "2026-10-12T08:00", "2026-10-12T15:00", instead: "A1");

        var export = await ExportAsync(house, "csv", Ward, "2026-10-12", "2026-10-13");
        var again = await UploadAsync(house, export, "csv");

        Assert.Equal("\uFEFFRole,Employee no,Name,Start,End,Tier,Shift\r\nWard 3 – Nurse,A1,Ada Okafor,2026-10-12 07:00,2026-10-12 15:00,1,\r\n", Encoding.UTF8.GetString(Bytes(export)));
        Assert.Equal(UploadStatus.Unchanged, again.Value!.Status);
        Assert.Equal("B2/1", await house.WhoAsync(Ward, "2026-10-12T09:00+02:00"));
    }

    [Fact]
    public async Task Roles_that_live_by_several_clocks_are_asked_for_one_by_one()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.RoleAsync("tele/radiologist", "Teleradiology", zone: "Asia/Tokyo");
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\nTeleradiology,B2,2026-10-12 07:00,2026-10-12 15:00,1\n");

        var refused = await RunAsync(house, House.Staff, "csv", null, "2026-10-12", "2026-10-13");
        var tokyo = await ExportAsync(house, "csv", "Teleradiology", "2026-10-12", "2026-10-13");

        Assert.Contains("Asia/Tokyo, Europe/Brussels", Assert.Single(refused.Refusal!.Errors).Message, StringComparison.Ordinal);
        Assert.Equal("Asia/Tokyo", tokyo.Zone.Id);
        Assert.Contains("Teleradiology,B2,Bram Peeters,2026-10-12 14:00,2026-10-12 22:00,1,", Encoding.UTF8.GetString(Bytes(tokyo)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_format_and_a_roster_out_of_reach_are_refused()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var elsewhere = House.Staff with { Grants = [new Grant(Permission.Staff, new OrgUnitId(House.Id(61)))] };

        Assert.Equal("format", (await RunAsync(house, House.Staff, "pdf", Ward, "2026-10-12", "2026-10-13")).Refusal!.Errors[0].Field);
        Assert.Equal(RefusalKind.Forbidden, (await RunAsync(house, elsewhere, "csv", Ward, "2026-10-12", "2026-10-13")).Refusal!.Kind);
    }

    /// <summary>A roster with the nights in which the clocks change, and with names and words that a spreadsheet would take for something else.</summary>
    private static async Task<House> AwkwardAsync()
    {
        var house = await House.OpenAsync();
        await house.RoleAsync("ward-3", "=Ward 3, \"B\"; nurse", zone: House.Brussels);
        await house.RoleAsync("clinic", "Clinic", zone: House.Brussels);
        await house.PersonAsync("A1", "Okafor, Ada");
        await house.PersonAsync("007", "=Bram \"B\" Peeters");
        await house.PersonAsync("C.3", "山田 花子");
        var uploaded = await house.UploadAsync(House.Request(
            WithLabels
            + "ward-3,A1,2026-10-24 22:00,2026-10-25 02:30+02:00,1,=Night\n"
            + "ward-3,007,2026-10-25 02:30+02:00,2026-10-25 02:30+01:00,1,\"Hand, over\"\n"
            + "ward-3,A1,2026-10-25 02:30+01:00,2026-10-25 07:00,1,\"\"\"E\"\"/L\"\n"
            + "ward-3,C.3,2026-10-24 20:00,2026-10-25 08:00,2,@home\n"
            + "ward-3,C.3,2026-10-26 07:00,2026-10-26 15:00:30,3,-\n"
            + "clinic,007,2026-10-23 08:00,2026-10-24 08:00,1,日勤\n"
            + "clinic,A1,2026-10-23 09:00,2026-10-23 17:00,2,\n"
            + "clinic,C.3,2026-10-26 23:00,2026-10-27 07:00,1,2\n"
            + "clinic,007,2027-03-27 22:00,2027-03-28 06:00,1,Night\n"
            + "clinic,A1,2027-03-28 06:00,2027-03-28 14:00,1,Early\n"));
        Assert.Equal((UploadStatus.Published, 10), (uploaded.Value!.Status, uploaded.Value.Accepted));
        return house;
    }

    private static Task<Answer<RosterExport>> RunAsync(House house, Caller caller, string format, string? role, string from, string to) =>
        house.Get<ExportRoster>().RunAsync(caller, new RosterQuery(null, role, from, to), format, CancellationToken.None);

    private static async Task<RosterExport> ExportAsync(House house, string format, string? role, string from, string to) =>
        (await RunAsync(house, House.Staff, format, role, from, to)).Value!;

    private static byte[] Bytes(RosterExport export)
    {
        using var stream = new MemoryStream();
        export.Write(stream);
        return stream.ToArray();
    }

    private static Task<Answer<RosterUploadView>> UploadAsync(House house, RosterExport export, string format) =>
        house.UploadAsync(new UploadRosterRequest(new RosterFile($"roster.{format}", Bytes(export)), export.Zone.Id, Publish: true));
}
