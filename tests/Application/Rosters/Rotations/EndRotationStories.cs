using NodaTime;
using OnCall.Application.Rosters.Rotations;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Rotations;

public sealed class EndRotationStories
{
    [Fact]
    public async Task Its_shifts_to_come_go_and_the_one_that_runs_goes_on()
    {
        await using var house = await Taking.RotatingAsync();
        house.Clock.Now += Duration.FromDays(9);

        Assert.True(await house.EndAsync());

        Assert.Equal(["A1/1 12 Oct 08:00-19 Oct 08:00", "B2/1 19 Oct 08:00-26 Oct 08:00"], await house.RosterAsync());
        Assert.Equal(RefusalKind.NotFound, (await house.Get<ReadRotations>().FindAsync(House.Scheduler, Taking.Code, CancellationToken.None)).Refusal!.Kind);
        Assert.False(await house.EndAsync());
    }

    [Fact]
    public async Task The_one_that_runs_ends_at_once_when_that_is_asked_for()
    {
        await using var house = await Taking.RotatingAsync();
        house.Clock.Now += Duration.FromDays(9);

        Assert.True(await house.EndAsync(atOnce: true));

        Assert.Equal(["A1/1 12 Oct 08:00-19 Oct 08:00", "B2/1 19 Oct 08:00-21 Oct 08:00"], await house.RosterAsync());
    }

    [Fact]
    public async Task Covers_and_what_others_published_stay()
    {
        await using var house = await Taking.RotatingAsync();
        await house.UploadAsync($"{Taking.Ward},C3,2026-10-20 08:00,2026-10-21 08:00,1\n");
        await house.CoverAsync(Taking.Ward, "B2", "2026-10-27T08:00", "2026-10-28T08:00");

        await house.EndAsync();

        // The file cut Bram's week, and what it left of it is the file's.
        Assert.Equal(["A1/1 12 Oct 08:00-19 Oct 08:00", "B2/1 19 Oct 08:00-20 Oct 08:00", "C3/1 20 Oct 08:00-21 Oct 08:00", "B2/1 21 Oct 08:00-26 Oct 08:00"], await house.RosterAsync());
        Assert.Equal("B2/1", await house.WhoAsync(Taking.Ward, "2026-10-27T12:00Z"));
    }

    [Fact]
    public async Task Put_again_it_begins_anew_also_on_another_role()
    {
        await using var house = await Taking.RotatingAsync();
        Assert.Equal("role", Assert.Single((await house.PutAsync(Taking.Weeks with { Role = "clinic" })).Refusal!.Errors).Field);
        await house.EndAsync(atOnce: true);

        var again = await house.PutAsync(Taking.Weeks with { Role = "clinic" });

        Assert.True(again.IsNew);
        Assert.Equal(4, (await house.RosterAsync("clinic")).Count);
        Assert.Equal(Taking.Code, (await house.Get<ReadRotations>().ListAsync(House.Scheduler, null, "Clinic", CancellationToken.None)).Value!.Items.Single().Code);
    }
}
