using NodaTime;
using OnCall.Application.Rosters.Covers;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class CoverStories
{
    private const string Ward = "Ward 3 – Nurse";

    [Fact]
    public async Task A_cover_answers_instead_of_the_only_primary()
    {
        await using var house = await StaffedAsync();

        var cover = await house.CoverAsync(Ward, "C3", "2026-10-12T09:00", "2026-10-12T11:00+02:00");

        Assert.True(cover.IsNew);
        Assert.Equal(Instant.FromUtc(2026, 10, 12, 7, 0), cover.Value!.From);
        Assert.Equal("C3/1 B2/2", await house.WhoAsync(Ward, "2026-10-12T09:00+02:00"));
        Assert.Equal("A1/1 B2/2", await house.WhoAsync(Ward, "2026-10-12T11:00+02:00"));
    }

    [Fact]
    public async Task A_cover_for_a_backup_stands_on_the_backups_tier()
    {
        await using var house = await StaffedAsync();

        var cover = await house.CoverAsync(Ward, "C3", "2026-10-12T09:00", "2026-10-12T11:00", instead: "b2");

        Assert.Equal(2, cover.Value!.Tier);
        Assert.Equal("A1/1 C3/2", await house.WhoAsync(Ward, "2026-10-12T10:00+02:00"));
    }

    [Fact]
    public async Task A_date_alone_is_a_local_day_of_the_role()
    {
        await using var house = await StaffedAsync();

        var cover = await house.CoverAsync(Ward, "C3", "2026-10-12", "2026-10-13");

        Assert.Equal((Instant.FromUtc(2026, 10, 11, 22, 0), Instant.FromUtc(2026, 10, 12, 22, 0)), (cover.Value!.From, cover.Value.To));
    }

    [Fact]
    public async Task Where_several_primaries_are_on_somebody_must_be_named()
    {
        await using var house = await StaffedAsync();
        await house.PersonAsync("D4", "Dilan Kaya");
        await house.UploadAsync($"{Ward},A1,2026-10-13 07:00,2026-10-13 15:00,1\n{Ward},D4,2026-10-13 14:00,2026-10-13 15:00,1\n");

        var problem = Assert.Single((await house.CoverAsync(Ward, "C3", "2026-10-13T08:00", "2026-10-13T16:00")).Refusal!.Errors);

        Assert.Equal("instead", problem.Field);
        Assert.Contains("Ada Okafor (A1), Dilan Kaya (D4)", problem.Message, StringComparison.Ordinal);
        Assert.True((await house.CoverAsync(Ward, "C3", "2026-10-13T08:00", "2026-10-13T14:00")).Ok);
    }

    [Theory]
    [InlineData("X9", "2026-10-12T09:00", "2026-10-12T11:00", null, "person")]
    [InlineData("Z9", "2026-10-12T09:00", "2026-10-12T11:00", null, "person")]
    [InlineData("C3", "2026-10-12T09:00", "2026-10-12T11:00", "X9", "instead")]
    [InlineData("C3", "2026-10-12T09:00", "2026-10-12T11:00", "C3", "instead")]
    [InlineData("C3", "2026-10-14T09:00", "2026-10-14T11:00", "A1", "instead")]
    [InlineData("C3", "2026-10-12T11:00", "2026-10-12T11:00", null, "to")]
    [InlineData("C3", "12/10/2026", "2026-10-12T11:00", null, "from")]
    [InlineData("C3", "2026-10-12", "2028-10-12", null, "to")]
    public async Task What_cannot_be_covered_is_told_by_field(string person, string from, string to, string? instead, string field)
    {
        await using var house = await StaffedAsync();
        await house.PersonAsync("Z9", "Zoë Gone", active: false);

        Assert.Equal(field, Assert.Single((await house.CoverAsync(Ward, person, from, to, instead)).Refusal!.Errors).Field);
    }

    [Fact]
    public async Task An_unknown_role_is_not_found_and_staff_may_not_make_covers()
    {
        await using var house = await StaffedAsync();

        Assert.Equal(RefusalKind.NotFound, (await house.CoverAsync("Ward 4", "C3", "2026-10-12", "2026-10-13")).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, (await house.CoverAsync(Ward, "C3", "2026-10-12", "2026-10-13", caller: House.Staff)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_running_cover_that_is_removed_ends_now()
    {
        await using var house = await StaffedAsync();
        var cover = new CoverId((await house.CoverAsync(Ward, "C3", "2026-10-12T07:00", "2026-10-12T15:00")).Value!.Id);
        var remove = house.Get<RemoveCover>();

        Assert.Equal(RefusalKind.Forbidden, (await remove.RunAsync(House.Staff, cover, CancellationToken.None)).Refusal!.Kind);
        Assert.True((await remove.RunAsync(House.Scheduler, cover, CancellationToken.None)).Ok);

        Assert.Equal("C3/1 B2/2", await house.WhoAsync(Ward, "2026-10-12T05:59:59Z"));
        Assert.Equal("A1/1 B2/2", await house.WhoAsync(Ward, "2026-10-12T06:00:00Z"));
        Assert.Equal("cover-over", (await remove.RunAsync(House.Scheduler, cover, CancellationToken.None)).Refusal!.Type);
    }

    [Fact]
    public async Task A_cover_to_come_that_is_removed_was_never_there()
    {
        await using var house = await StaffedAsync();
        var cover = new CoverId((await house.CoverAsync(Ward, "C3", "2026-10-12T10:00", "2026-10-12T15:00")).Value!.Id);
        var remove = house.Get<RemoveCover>();

        Assert.True((await remove.RunAsync(House.Scheduler, cover, CancellationToken.None)).Ok);

        Assert.Equal("A1/1 B2/2", await house.WhoAsync(Ward, "2026-10-12T12:00:00Z"));
        Assert.Equal(RefusalKind.NotFound, (await remove.RunAsync(House.Scheduler, cover, CancellationToken.None)).Refusal!.Kind);
    }

    private static async Task<House> StaffedAsync()
    {
        var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n{Ward},B2,2026-10-12 07:00,2026-10-12 15:00,2\n");
        return house;
    }
}
