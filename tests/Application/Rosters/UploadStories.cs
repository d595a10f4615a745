using OnCall.Application.Rosters.Uploads;
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

        Assert.Equal((UploadStatus.Unchanged, new PublicationChanges(0, 0, 0, 35)), (again.Value!.Status, again.Value.Changes));
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
}
