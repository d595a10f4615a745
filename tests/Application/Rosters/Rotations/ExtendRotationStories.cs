using NodaTime;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Rotations;

public sealed class ExtendRotationStories
{
    private const string File = $"{Taking.Ward},C3,2026-11-10 08:00,2026-11-12 08:00,1\n";

    [Fact]
    public async Task Nothing_happens_until_less_than_a_week_short_of_the_horizon_is_left()
    {
        await using var house = await Taking.RotatingAsync();

        // Made to 9 November; of 22 days 15 are kept at the least.
        house.Clock.Now = Instant.FromUtc(2026, 10, 25, 6, 59);
        Assert.Equal(0, await house.ExtendAsync());
        house.Clock.Now = Instant.FromUtc(2026, 10, 25, 7, 1);
        Assert.Equal(1, await house.ExtendAsync());

        Assert.Equal(["A1/1 2 Nov 08:00-9 Nov 08:00", "B2/1 9 Nov 08:00-16 Nov 08:00", "C3/1 16 Nov 08:00-23 Nov 08:00"], (await house.RosterAsync()).TakeLast(3));
        Assert.Equal(0, await house.ExtendAsync());
    }

    [Fact]
    public async Task Of_two_nodes_one_extends()
    {
        await using var house = await Taking.RotatingAsync();
        await using var other = house.OtherNode();
        house.Clock.Now = other.Clock.Now = Instant.FromUtc(2026, 10, 30, 7, 0);

        var extended = await Task.WhenAll(house.ExtendAsync(), other.ExtendAsync());

        Assert.Equal(1, extended.Sum());
        Assert.Equal(6, (await house.RosterAsync()).Count);
    }

    [Fact]
    public async Task What_others_hold_in_the_new_stretch_is_left_to_them()
    {
        await using var house = await Taking.RotatingAsync();
        await house.UploadAsync(File);
        house.Clock.Now = Instant.FromUtc(2026, 10, 30, 7, 0);

        await house.ExtendAsync();

        Assert.Equal(
            ["B2/1 9 Nov 08:00-10 Nov 08:00", "C3/1 10 Nov 08:00-12 Nov 08:00", "B2/1 12 Nov 08:00-16 Nov 08:00", "C3/1 16 Nov 08:00-23 Nov 08:00"],
            (await house.RosterAsync()).Skip(4));
    }

    [Fact]
    public async Task A_file_over_its_shifts_wins_over_later_extensions_and_changes()
    {
        await using var house = await Taking.RotatingAsync();
        await house.UploadAsync($"{Taking.Ward},C3,2026-10-20 08:00,2026-10-21 08:00,1\n");
        house.Clock.Now = Instant.FromUtc(2026, 10, 30, 7, 0);
        await house.ExtendAsync();
        Assert.Equal("C3/1", await house.WhoAsync(Taking.Ward, "2026-10-20T12:00Z"));

        house.Clock.Now = Instant.FromUtc(2026, 10, 12, 6, 0);
        await house.PutAsync(Taking.Weeks with { People = ["A1"] });

        Assert.Equal("C3/1", await house.WhoAsync(Taking.Ward, "2026-10-20T12:00Z"));
        Assert.Equal("A1/1", await house.WhoAsync(Taking.Ward, "2026-10-28T12:00Z"));
    }

    [Fact]
    public async Task A_roll_back_of_an_extension_stays_rolled_back()
    {
        await using var house = await Taking.RotatingAsync();
        house.Clock.Now = Instant.FromUtc(2026, 10, 30, 7, 0);
        await house.ExtendAsync();
        var upload = (await house.Get<ListRosterUploads>().RunAsync(House.Scheduler, null, CancellationToken.None)).Value!.Items.Single(u => u.CreatedBy == "OnCall");

        Assert.True((await house.Get<RollBackRoster>().RunAsync(House.Scheduler, new UploadId(upload.Id), CancellationToken.None)).Ok);
        await house.ExtendAsync();

        Assert.Equal("A1/1 2 Nov 08:00-9 Nov 08:00", (await house.RosterAsync())[^1]);
    }

    [Fact]
    public async Task After_a_long_stand_still_it_goes_on_from_now_and_makes_up_no_history()
    {
        await using var house = await Taking.RotatingAsync();
        house.Clock.Now = Instant.FromUtc(2026, 12, 16, 7, 0);

        await house.ExtendAsync();

        Assert.Equal(["A1/1 2 Nov 08:00-9 Nov 08:00", "A1/1 16 Dec 08:00-21 Dec 08:00", "B2/1 21 Dec 08:00-28 Dec 08:00"], (await house.RosterAsync()).Skip(3).Take(3));
    }

    [Fact]
    public async Task Who_has_gone_leaves_a_gap_and_with_nobody_left_it_waits()
    {
        await using var house = await Taking.RotatingAsync();
        await house.SetActiveAsync("B2", active: false);
        house.Clock.Now = Instant.FromUtc(2026, 10, 30, 7, 0);

        await house.ExtendAsync();
        Assert.Equal(["A1/1 2 Nov 08:00-9 Nov 08:00", "C3/1 16 Nov 08:00-23 Nov 08:00"], (await house.RosterAsync()).TakeLast(2));

        await house.SetActiveAsync("A1", active: false);
        await house.SetActiveAsync("C3", active: false);
        house.Clock.Now = Instant.FromUtc(2026, 11, 20, 7, 0);
        Assert.Equal(0, await house.ExtendAsync());

        await house.SetActiveAsync("C3", active: true);
        Assert.Equal(1, await house.ExtendAsync());
        Assert.Equal("C3/1 7 Dec 08:00-14 Dec 08:00", (await house.RosterAsync())[^1]);
    }

    [Fact]
    public async Task It_ends_with_the_hand_off_of_its_last_date()
    {
        await using var house = await Taking.RotatingAsync(Taking.Weeks with { Until = "2026-11-12" });
        house.Clock.Now = Instant.FromUtc(2026, 10, 30, 7, 0);

        Assert.Equal(1, await house.ExtendAsync());
        Assert.Equal("B2/1 9 Nov 08:00-12 Nov 08:00", (await house.RosterAsync())[^1]);
        house.Clock.Now = Instant.FromUtc(2026, 12, 30, 7, 0);
        Assert.Equal(0, await house.ExtendAsync());
    }
}
