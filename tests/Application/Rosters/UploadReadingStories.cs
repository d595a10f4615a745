using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class UploadReadingStories
{
    private const string German = "Dienst;Pnr;von;bis\nClinic;A1;1/2/2027 07:00;1/2/2027 15:00\n";

    [Fact]
    public async Task What_was_told_of_a_source_by_hand_is_remembered_for_its_next_file()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var told = House.Request(German) with
        {
            Source = "Clinic rota",
            Mapping = """{"role":"Dienst","employeeNo":"Pnr","start":"von","end":"bis"}""",
            DateOrder = "dayFirst",
        };

        Assert.False((await house.UploadAsync(House.Request(German) with { Source = "clinic ROTA" })).Ok);
        Assert.True((await house.UploadAsync(told)).Ok);
        var next = await house.UploadAsync(House.Request(German.Replace("/2/", "/3/", StringComparison.Ordinal)) with { Source = "clinic ROTA " });

        Assert.Equal((UploadStatus.Published, "clinic ROTA", DateOrder.DayFirst), (next.Value!.Status, next.Value.Reading.Source, next.Value.Reading.DateOrder));
        Assert.Equal("A1/1", await house.WhoAsync("Clinic", "2027-03-01T08:00Z"));
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_teaches_nothing_about_its_source()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        await house.UploadAsync(House.Request(German) with { Source = "Clinic rota", Mapping = """{"role":"Nonsense"}""" });

        Assert.Null(await house.Get<IRosterSources>().FindAsync("Clinic rota", CancellationToken.None));
    }

    [Fact]
    public async Task How_a_file_was_read_is_shown()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var answer = await house.UploadAsync(House.Request("Role|Staff ID|Date|From|To\nClinic|A1|13/10/2026|07:00|15:00\n"));

        Assert.Equal(("|", DateOrder.DayFirst, "Staff ID"), (answer.Value!.Reading.Delimiter, answer.Value.Reading.DateOrder, answer.Value.Reading.Mapping["employeeNo"]));
    }

    [Fact]
    public async Task A_preview_shows_shift_by_shift_what_it_would_change()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync(
            "Clinic,A1,2026-10-12 07:00,2026-10-12 15:00,1\n"
            + "Clinic,B2,2026-10-12 15:00,2026-10-12 23:00,1\n"
            + "Clinic,C3,2026-10-13 07:00,2026-10-13 15:00,2\n"
            + "Clinic,A1,2026-10-13 07:00,2026-10-13 15:00,1\n");

        var preview = await house.UploadAsync(
            "Clinic,A1,2026-10-12 07:00,2026-10-12 15:00,1\n"
            + "Clinic,C3,2026-10-12 15:00,2026-10-12 23:00,1\n"
            + "Clinic,B2,2026-10-12 23:00,2026-10-13 07:00,1\n"
            + "Clinic,A1,2026-10-13 07:00,2026-10-13 15:00,1\n",
            publish: false);
        var detail = await house.Get<ReadRosterUpload>().RunAsync(House.Scheduler, new UploadId(preview.Value!.Id), CancellationToken.None);

        Assert.Equal(new PublicationChanges(1, 1, 1, 2), preview.Value.Changes);
        Assert.Equal(["Changed B2 C3", "Added  B2", "Removed C3 "], detail.Value!.Differences.Select(d => $"{d.Kind} {d.Was?.Person.EmployeeNo} {d.Becomes?.Person.EmployeeNo}"));
        Assert.Equal(0, detail.Value.More);
        Assert.Equal(RefusalKind.Forbidden, (await house.Get<ReadRosterUpload>().RunAsync(House.Staff, new UploadId(preview.Value.Id), CancellationToken.None)).Refusal!.Kind);
    }

    [Fact]
    public async Task What_a_preview_would_make_is_named_in_its_differences()
    {
        await using var house = await House.OpenAsync();

        var preview = await house.UploadAsync("ICU,D4,2026-10-12 07:00,2026-10-12 15:00,\n", publish: false, create: true);
        var detail = await house.Get<ReadRosterUpload>().RunAsync(House.Scheduler, new UploadId(preview.Value!.Id), CancellationToken.None);

        Assert.Equal("ICU D4", Assert.Single(detail.Value!.Differences.Select(d => $"{d.Role.Name} {d.Becomes!.Person.EmployeeNo}")));
    }

    [Theory]
    [InlineData("dateOrder", "backwards", null)]
    [InlineData("legend", null, "[]")]
    public async Task What_is_told_wrong_is_refused_by_its_field(string field, string? order, string? legend)
    {
        await using var house = await House.OpenAsync();

        var answer = await house.UploadAsync(House.Request(German) with { DateOrder = order, Legend = legend });

        Assert.Equal([field], answer.Refusal!.Errors.Select(e => e.Field));
    }
}
