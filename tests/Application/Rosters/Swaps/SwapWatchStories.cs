using NodaTime;
using OnCall.Domain.Rosters.Swaps;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Swaps;

public sealed class SwapWatchStories
{
    [Fact]
    public async Task A_swap_that_nobody_decides_expires_when_its_shift_begins_and_both_are_told()
    {
        await using var house = await SwapHouse.OpenAsync();
        var asked = await house.AskAsync();
        house.House.Clock.Now = Instant.FromUtc(2026, 10, 13, 5, 59);
        Assert.Equal(0, await house.WatchAsync());

        house.House.Clock.Now = Instant.FromUtc(2026, 10, 13, 6, 0);
        Assert.Equal(1, await house.WatchAsync());
        Assert.Equal(0, await house.WatchAsync());

        Assert.Equal(SwapState.Expired, await house.StateAsync(asked));
        Assert.Equal(("SwapExpired", "SwapAsked SwapExpired"), (await house.ToldAsync("A1"), await house.ToldAsync("B2")));
    }

    [Fact]
    public async Task A_late_answer_finds_it_expired_also_before_the_minutes_look()
    {
        await using var house = await SwapHouse.OpenAsync(SwapApproval.None);
        var asked = await house.AskAsync();
        house.House.Clock.Now = Instant.FromUtc(2026, 10, 13, 6, 0);

        Assert.Equal("swap-decided", (await house.ActAsync("B2", asked, SwapAct.Accept)).Refusal!.Type);
        Assert.Equal("A1/1", await house.WhoAsync(SwapHouse.Tuesday));
    }

    [Fact]
    public async Task A_swap_is_void_when_its_shift_becomes_somebody_elses()
    {
        await using var house = await SwapHouse.OpenAsync();
        var asked = await house.AskAsync();
        await house.ActAsync("B2", asked, SwapAct.Accept);
        await house.House.UploadAsync($"{SwapHouse.Role},C3,2026-10-15 08:00,2026-10-15 18:00,1\n");
        Assert.Equal(0, await house.WatchAsync());

        await house.House.UploadAsync($"{SwapHouse.Role},C3,2026-10-14 08:00,2026-10-14 20:00,1\n");
        Assert.Equal(1, await house.WatchAsync());

        Assert.Equal(SwapState.Void, await house.StateAsync(asked));
        Assert.Equal(("SwapAccepted SwapVoid", "SwapAccepted SwapVoid"), (await house.ToldAsync("A1"), await house.ToldAsync("S1")));
    }

    [Fact]
    public async Task Approved_after_the_roster_has_changed_it_is_void_and_not_in_force()
    {
        await using var house = await SwapHouse.OpenAsync();
        var asked = await house.AskAsync();
        await house.ActAsync("B2", asked, SwapAct.Accept);
        await house.House.UploadAsync($"{SwapHouse.Role},C3,2026-10-13 08:00,2026-10-13 20:00,1\n");

        var late = await house.ActAsync("S1", asked, SwapAct.Approve);

        Assert.Equal(("swap-decided", SwapState.Void), (late.Refusal!.Type, late.Refusal.Extras["state"]));
        Assert.Equal("C3/1", await house.WhoAsync(SwapHouse.Tuesday));
    }

    [Fact]
    public async Task Of_an_accept_and_a_withdrawal_at_once_on_two_nodes_one_wins_and_the_other_is_told_who()
    {
        for (var round = 0; round < 8; round++)
        {
            await using var house = await SwapHouse.OpenAsync(SwapApproval.None);
            await using var other = house.House.OtherNode();
            var asked = await house.AskAsync();

            var answers = await Task.WhenAll(
                Task.Run(() => house.ActAsync("B2", asked, SwapAct.Accept)), Task.Run(() => house.ActAsync("A1", asked, SwapAct.Withdraw, other)));

            var (won, lost) = answers[0].Ok ? (answers[0], answers[1]) : (answers[1], answers[0]);
            Assert.True(won.Ok && !lost.Ok);
            Assert.Equal(("swap-decided", won.Value!.ChangedBy), (lost.Refusal!.Type, lost.Refusal.Extras["by"]));
            Assert.Equal(won.Value.State == SwapState.InForce ? "B2/1" : "A1/1", await house.WhoAsync(SwapHouse.Tuesday));
        }
    }
}
