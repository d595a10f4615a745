using NodaTime;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Swaps;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Swaps;

public sealed class SwapStories
{
    [Fact]
    public async Task Two_nurses_trade_days_once_a_scheduler_has_approved()
    {
        await using var house = await SwapHouse.OpenAsync();

        var asked = await house.AskAsync();
        Assert.True(asked.IsNew, asked.Refusal?.ToString());
        Assert.Equal(SwapState.Accepted, (await house.ActAsync("B2", asked, SwapAct.Accept)).Value!.State);
        Assert.Equal("A1/1", await house.WhoAsync(SwapHouse.Tuesday));
        var approved = await house.ActAsync("S1", asked, SwapAct.Approve);

        Assert.Equal((SwapState.InForce, 2), (approved.Value!.State, approved.Value.Covers.Count));
        Assert.Equal(("B2/1", "A1/1"), (await house.WhoAsync(SwapHouse.Tuesday), await house.WhoAsync(SwapHouse.Wednesday)));
        Assert.Equal("C3/1", await house.WhoAsync("2026-10-15T12:00+02:00"));
        Assert.Equal("SwapAsked SwapApproved", await house.ToldAsync("B2"));
        Assert.Equal("SwapAccepted SwapApproved", await house.ToldAsync("A1"));
        Assert.Equal("SwapAccepted", await house.ToldAsync("S1"));
        Assert.Equal(
            "OnCall: Sam has approved a swap: Bram for Ada on Ward 3 – Nurse from Tue 13 Oct 08:00 to Tue 13 Oct 20:00, and Ada for Bram on Ward 3 – Nurse from Wed 14 Oct 08:00 to Wed 14 Oct 20:00. It is in force.",
            await house.LastTextAsync("B2"));
    }

    [Fact]
    public async Task Where_the_unit_wants_no_approval_it_is_in_force_when_the_colleague_accepts()
    {
        await using var house = await SwapHouse.OpenAsync(SwapApproval.None);
        var asked = await house.AskAsync(take: null);

        Assert.Equal(SwapState.InForce, (await house.ActAsync("B2", asked, SwapAct.Accept)).Value!.State);

        Assert.Equal(("B2/1", "B2/1"), (await house.WhoAsync(SwapHouse.Tuesday), await house.WhoAsync(SwapHouse.Wednesday)));
        Assert.EndsWith("It is in force.", await house.LastTextAsync("A1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B2", SwapAct.Decline, SwapState.Declined, "A1", "SwapDeclined")]
    [InlineData("A1", SwapAct.Withdraw, SwapState.Withdrawn, "B2", "SwapAsked SwapWithdrawn")]
    public async Task What_was_asked_is_declined_or_withdrawn(string by, SwapAct act, SwapState state, string told, string kinds)
    {
        await using var house = await SwapHouse.OpenAsync();
        var asked = await house.AskAsync();

        Assert.Equal(state, (await house.ActAsync(by, asked, act)).Value!.State);

        Assert.Equal(kinds, await house.ToldAsync(told));
        Assert.Equal("swap-decided", (await house.ActAsync("B2", asked, SwapAct.Accept)).Refusal!.Type);
        Assert.Equal("A1/1", await house.WhoAsync(SwapHouse.Tuesday));
    }

    [Fact]
    public async Task Strangers_see_nothing_and_each_may_do_only_what_is_theirs()
    {
        await using var house = await SwapHouse.OpenAsync();
        var asked = await house.AskAsync();

        Assert.Equal("unknown-swap", (await house.ActAsync("C3", asked, SwapAct.Accept)).Refusal!.Type);
        Assert.Equal("forbidden", (await house.ActAsync("A1", asked, SwapAct.Accept)).Refusal!.Type);
        Assert.Equal("forbidden", (await house.ActAsync("B2", asked, SwapAct.Withdraw)).Refusal!.Type);
        Assert.Equal("forbidden", (await house.ActAsync("B2", asked, SwapAct.Approve)).Refusal!.Type);
        Assert.Equal("swap-not-accepted", (await house.ActAsync("S1", asked, SwapAct.Approve)).Refusal!.Type);
        Assert.Equal(SwapState.Asked, await house.StateAsync(asked));
    }

    [Fact]
    public async Task Nobody_approves_their_own_swap_unless_they_are_the_only_scheduler()
    {
        await using var house = await SwapHouse.OpenAsync();
        await house.House.UploadAsync($"{SwapHouse.Role},S1,2026-10-16 08:00,2026-10-16 20:00,1\n");
        var asked = await house.AskAsync("S1", "B2", "2026-10-16T12:00", take: null);
        await house.PersonAsync("S2", "Selma", Permission.Scheduler, house.Unit);
        await house.ActAsync("B2", asked, SwapAct.Accept);

        var refused = await house.ActAsync("S1", asked, SwapAct.Approve);

        Assert.Contains("Selma", refused.Refusal!.Detail, StringComparison.Ordinal);
        Assert.Equal("SwapAccepted", await house.ToldAsync("S2"));
    }

    [Fact]
    public async Task The_only_scheduler_approves_even_their_own()
    {
        await using var house = await SwapHouse.OpenAsync();
        await house.House.UploadAsync($"{SwapHouse.Role},S1,2026-10-16 08:00,2026-10-16 20:00,1\n");
        var asked = await house.AskAsync("S1", "B2", "2026-10-16T12:00", take: null);
        await house.ActAsync("B2", asked, SwapAct.Accept);

        Assert.Equal(SwapState.InForce, (await house.ActAsync("S1", asked, SwapAct.Approve)).Value!.State);
    }

    [Fact]
    public async Task An_open_swap_keeps_another_over_the_same_shift_away()
    {
        await using var house = await SwapHouse.OpenAsync();
        await house.AskAsync();

        Assert.Equal("swap-asked-already", (await house.AskAsync(with: "C3", take: null)).Refusal!.Type);
        Assert.Equal("swap-asked-already", (await house.AskAsync("B2", "C3", SwapHouse.Wednesday, take: null)).Refusal!.Type);
    }

    [Theory]
    [InlineData("A1", "C3", "2026-10-14T12:00", "give.start")]
    [InlineData("A1", "A1", "2026-10-13T12:00", "with")]
    [InlineData("A1", "Z9", "2026-10-13T12:00", "with")]
    [InlineData("A1", "B2", "2026-10-13T07:00", "give.start")]
    public async Task What_cannot_be_swapped_is_refused_by_field(string by, string with, string start, string field)
    {
        await using var house = await SwapHouse.OpenAsync();
        Assert.Equal(field, Assert.Single((await house.AskAsync(by, with, start, take: null)).Refusal!.Errors).Field);
    }

    [Fact]
    public async Task A_colleague_who_is_on_the_role_then_cannot_take_it()
    {
        await using var house = await SwapHouse.OpenAsync();
        await house.House.UploadAsync($"{SwapHouse.Role},A1,2026-10-13 08:00,2026-10-13 20:00,1\n{SwapHouse.Role},B2,2026-10-13 10:00,2026-10-13 20:00,2\n");

        Assert.Equal("with", Assert.Single((await house.AskAsync(take: null)).Refusal!.Errors).Field);
    }

    [Fact]
    public async Task A_scheduler_asks_for_somebody_and_nobody_else_does()
    {
        await using var house = await SwapHouse.OpenAsync();

        Assert.Equal("forbidden", (await house.AskAsync("C3", person: "A1")).Refusal!.Type);
        Assert.True((await house.AskAsync("S1", person: "A1")).Ok);
        Assert.Equal("SwapAsked", await house.ToldAsync("A1"));
    }

    [Fact]
    public async Task Both_covers_of_a_swap_are_taken_back_together()
    {
        await using var house = await SwapHouse.OpenAsync(SwapApproval.None);
        var swap = await house.ActAsync("B2", await house.AskAsync(), SwapAct.Accept);

        var removed = await house.House.Get<RemoveCover>().RunAsync(house.As("S1"), new CoverId(swap.Value!.Covers[1]), CancellationToken.None);

        Assert.True(removed.Ok);
        Assert.Equal(("A1/1", "B2/1"), (await house.WhoAsync(SwapHouse.Tuesday), await house.WhoAsync(SwapHouse.Wednesday)));
    }

    [Fact]
    public async Task Who_would_be_on_too_long_or_twice_is_warned_of()
    {
        await using var house = await SwapHouse.OpenAsync();
        await house.House.UploadAsync("transport,B2,2026-10-13 18:00,2026-10-14 08:00,1\n");

        var codes = (await house.AskAsync(take: null)).Value!.Warnings!.Select(w => w.Code);

        Assert.Equal(["double-booked", "over-24-hours", "no-working-contact-method"], codes);
    }

    [Fact]
    public async Task Covers_count_among_what_they_are_on_and_shifts_that_others_cover_do_not()
    {
        await using var house = await SwapHouse.OpenAsync();
        await house.House.UploadAsync("transport,B2,2026-10-13 12:00,2026-10-13 14:00,1\ntransport,C3,2026-10-13 14:00,2026-10-13 16:00,1\n");
        await house.House.CoverAsync("transport", "P9", "2026-10-13T12:00+02:00", "2026-10-13T14:00+02:00", "B2");

        Assert.DoesNotContain((await house.AskAsync(take: null)).Value!.Warnings!, w => w.Code == "double-booked");

        await house.House.CoverAsync("transport", "B2", "2026-10-13T14:00+02:00", "2026-10-13T15:00+02:00", "C3");
        Assert.Contains((await house.House.Get<ReadSwaps>().FindAsync(house.As("B2"), await OnlyAsync(house), CancellationToken.None)).Value!.Warnings!, w => w.Code == "double-booked");
    }

    [Fact]
    public async Task A_scheduler_sees_the_swaps_of_the_unit_however_many_others_there_are_since()
    {
        await using var house = await SwapHouse.OpenAsync();
        var asked = await house.AskAsync();
        await house.House.UploadAsync("transport,P9,2026-10-13 08:00,2026-10-13 20:00,1\n");
        for (var i = 0; i < 201; i++)
        {
            var other = await house.House.Get<AskSwap>().RunAsync(
                house.As("P9"), new AskSwapRequest("transport", new SwapGiveBody(SwapHouse.Tuesday, null), "A1", null, null, ""), CancellationToken.None);
            await house.ActAsync("P9", other, SwapAct.Withdraw);
        }

        var seen = await house.House.Get<ReadSwaps>().ListAsync(house.As("S1"), null, mine: false, CancellationToken.None);

        Assert.Equal(asked.Value!.Id, Assert.Single(seen.Value!.Items).Id);
    }

    [Fact]
    public async Task A_shift_that_runs_is_given_from_now_on()
    {
        await using var house = await SwapHouse.OpenAsync(SwapApproval.None);
        house.House.Clock.Now = Instant.FromUtc(2026, 10, 13, 8, 0);
        var asked = await house.AskAsync(take: null);
        house.House.Clock.Advance(Duration.FromMinutes(30));

        Assert.Equal(SwapState.InForce, (await house.ActAsync("B2", asked, SwapAct.Accept)).Value!.State);

        Assert.Equal(("A1/1", "B2/1"), (await house.WhoAsync("2026-10-13T10:30+02:00"), await house.WhoAsync("2026-10-13T10:30:01+02:00")));
    }
    private static async Task<SwapId> OnlyAsync(SwapHouse house) =>
        new(Assert.Single((await house.House.Get<ReadSwaps>().ListAsync(house.As("A1"), null, mine: true, CancellationToken.None)).Value!.Items).Id);
}
