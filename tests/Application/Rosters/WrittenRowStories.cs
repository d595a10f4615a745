using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

/// <summary>What is wrong with a file is shown beside the row as it stands there.</summary>
public sealed class WrittenRowStories
{
    private const string Rows = "Role;Employee no;Start;End;Remark\nClinic;A1;12.10.2026 08:00;12.10.2026 16:00;\nClinc;B2;12.10.2026 16:00;13.10.2026 00:00;krank?\nClinic;A1;gestern;12.10.2026 16:00;\n";

    [Fact]
    public async Task An_error_stands_beside_its_row_and_the_headings_and_first_rows_are_told()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var refusal = (await house.UploadAsync(House.Request(Rows))).Refusal!;

        var problems = (IReadOnlyList<RosterProblem>)refusal.Extras["problems"]!;
        Assert.Equal(["Clinc", "B2", "12.10.2026 16:00", "13.10.2026 00:00", "krank?"], problems.First(p => p.Row == 3).Cells);
        Assert.Equal("gestern", problems.Single(p => p.Row == 4 && p.Column == "Start").Cells![2]);
        var reading = (UploadReading)refusal.Extras["reading"]!;
        Assert.Equal(["Role", "Employee no", "Start", "End", "Remark"], reading.Headings);
        Assert.Equal(["Clinic", "Clinc", "Clinic"], reading.Sample!.Select(r => r[0]));
    }

    [Fact]
    public async Task Headings_that_nobody_knows_are_told_so_that_they_can_be_mapped()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();

        var refusal = (await house.UploadAsync(House.Request("Post,Nr,Anfang,Schluss\nClinic,A1,2026-10-12 08:00,2026-10-12 16:00\n"))).Refusal!;

        Assert.Equal(["Post", "Nr", "Anfang", "Schluss"], ((UploadReading)refusal.Extras["reading"]!).Headings);
    }

    [Fact]
    public async Task What_was_shown_is_kept_with_a_preview_cut_where_it_is_long()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var request = House.Request($"Role,Employee no,Start,End,Remark\nClinic,A1,2026-10-12 07:00,2026-10-14 15:00,{new string('x', 500)}\n");
        var view = (await house.UploadAsync(request with { Publish = false })).Value!;

        var kept = (await house.Get<ReadRosterUpload>().RunAsync(House.Scheduler, new UploadId(view.Id), CancellationToken.None)).Value!;

        var problem = kept.Problems.First(p => p.Code == "over-24-hours");
        Assert.Equal(61, problem.Cells![4].Length);
        Assert.Equal(["Role", "Employee no", "Start", "End", "Remark"], kept.Reading.Headings);
        Assert.NotNull(kept.Reading.Sample);
    }

    [Fact]
    public async Task Once_it_is_in_force_nothing_is_kept_of_what_stood_beside_the_shifts()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        var request = House.Request("Role,Employee no,Start,End,Remark\nClinic,A1,2026-10-12 07:00,2026-10-14 15:00,ill since May\n");
        var preview = (await house.UploadAsync(request with { Publish = false })).Value!;
        Assert.True((await house.Get<PublishRoster>().RunAsync(House.Scheduler, new UploadId(preview.Id), CancellationToken.None)).Ok);
        var other = request with { File = new RosterFile("again.csv", "Role,Employee no,Start,End,Remark\nClinic,B2,2026-10-20 07:00,2026-10-22 15:00,ill since May\n"u8.ToArray()), Publish = true };
        var direct = (await house.UploadAsync(other)).Value!;

        foreach (var id in new[] { preview.Id, direct.Id })
        {
            var kept = (await house.Get<ReadRosterUpload>().RunAsync(House.Scheduler, new UploadId(id), CancellationToken.None)).Value!;
            Assert.Equal(UploadStatus.Published, kept.Upload.Status);
            Assert.Contains(kept.Problems, p => p.Code == "over-24-hours");
            Assert.All(kept.Problems, p => Assert.Null(p.Cells));
            Assert.Null(kept.Reading.Sample);
        }
    }
}
