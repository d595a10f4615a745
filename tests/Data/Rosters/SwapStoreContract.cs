using NodaTime;
using OnCall.Application.Rosters.Swaps;
using OnCall.Data.Rosters.Swaps;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class SwapStoreContract
{
    [Fact]
    public async Task A_swap_is_read_as_it_was_asked_and_the_roster_has_not_moved()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, trade, gift) = (new SwapStore(data.Database), Swap(data, 8, take: 32), Swap(data, 60));
        var stamp = await StampAsync(data);

        Assert.Equal(SwapAsking.Written, await AskAsync(data, store, trade));
        Assert.Equal(SwapAsking.Written, await AskAsync(data, store, gift));

        Assert.Equal((trade, gift), ((await store.FindAsync(trade.Id, CancellationToken.None))!.Swap, (await store.FindAsync(gift.Id, CancellationToken.None))!.Swap));
        Assert.Equal(stamp, await StampAsync(data));
    }

    [Fact]
    public async Task One_open_swap_stands_over_a_shift_whoever_gives_it()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, swap) = (new SwapStore(data.Database), Swap(data, 8, take: 32));
        await AskAsync(data, store, swap);
        var mirrored = Swap(data, 0) with { Give = swap.Take! with { Start = swap.Take!.Start + Duration.FromHours(2) } };

        Assert.Equal(SwapAsking.AlreadyAsked, await AskAsync(data, store, Swap(data, 19)));
        Assert.Equal(SwapAsking.AlreadyAsked, await AskAsync(data, store, mirrored));
        Assert.Equal(SwapAsking.Written, await AskAsync(data, store, Swap(data, 20)));
        await store.MoveAsync(Move(swap, SwapState.Declined), CancellationToken.None);
        Assert.Equal(SwapAsking.Written, await AskAsync(data, store, mirrored));
    }

    [Fact]
    public async Task A_swap_asked_on_an_older_roster_is_not_written()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var stamp = await StampAsync(data);
        await data.PublishAsync(data.Draft(data.Bram, 7, 15));
        var swap = Swap(data, 8);

        var asked = await new SwapStore(data.Database).AskAsync(swap, RosterData.Hour(0), "Ada", stamp, RosterData.Audit("swap.ask"), [], CancellationToken.None);

        Assert.Equal(SwapAsking.Overtaken, asked);
        Assert.Null(await new SwapStore(data.Database).FindAsync(swap.Id, CancellationToken.None));
    }

    [Fact]
    public async Task It_comes_in_force_with_its_covers_once()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, swap) = (new SwapStore(data.Database), Swap(data, 8, take: 32));
        await AskAsync(data, store, swap);
        var stamp = await StampAsync(data);
        var covers = swap.Sides.Select(s => s.ToCover(new CoverId(data.NewId()), "swap", RosterData.Hour(1))).ToList();
        var move = Move(swap, SwapState.InForce) with { Covers = covers, Stamp = stamp };

        Assert.True(await store.MoveAsync(move, CancellationToken.None));
        Assert.False(await store.MoveAsync(move with { Stamp = stamp + 1 }, CancellationToken.None));

        Assert.Equal(stamp + 1, await StampAsync(data));
        Assert.Equal(covers, (await data.ViewAsync()).Rosters.Values.SelectMany(r => r.Covers).OrderBy(c => c.Start));
        var stored = await store.FindAsync(swap.Id, CancellationToken.None);
        Assert.Equal((SwapState.InForce, 2, "Bram"), (stored!.Swap.State, stored.Swap.Version, stored.ChangedBy));
        Assert.Equal(covers.Select(c => c.Id), stored.Covers);
        Assert.Equal([data.Ward, data.Ward], (await data.Covers.WithAsync(covers[0].Id, CancellationToken.None)).Select(c => c.Role));
    }

    [Fact]
    public async Task Decided_on_an_older_roster_or_version_nothing_of_it_is_written()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, swap) = (new SwapStore(data.Database), Swap(data, 8));
        await AskAsync(data, store, swap);
        var stamp = await StampAsync(data);
        var move = Move(swap, SwapState.InForce) with { Covers = [swap.Give.ToCover(new CoverId(data.NewId()), "swap", RosterData.Hour(1))], Stamp = stamp };

        Assert.False(await store.MoveAsync(move with { Stamp = stamp - 1 }, CancellationToken.None));
        Assert.False(await store.MoveAsync(move with { Before = swap with { Version = 2 } }, CancellationToken.None));

        Assert.Equal(stamp, await StampAsync(data));
        Assert.Empty((await data.ViewAsync()).Of(data.Ward).Covers);
        Assert.Equal(SwapState.Asked, (await store.FindAsync(swap.Id, CancellationToken.None))!.Swap.State);
    }

    [Fact]
    public async Task Due_are_open_ones_whose_time_is_up_or_under_which_the_roster_has_moved()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, early, late) = (new SwapStore(data.Database), Swap(data, 8), Swap(data, 32));
        await AskAsync(data, store, early);
        await AskAsync(data, store, late);
        var stamp = await StampAsync(data);

        Assert.Empty(await store.DueAsync(RosterData.Hour(7.9), stamp, CancellationToken.None));
        Assert.Equal([early.Id], (await store.DueAsync(RosterData.Hour(8), stamp, CancellationToken.None)).Select(s => s.Swap.Id));
        Assert.Equal([early.Id, late.Id], (await store.DueAsync(RosterData.Hour(1), stamp + 1, CancellationToken.None)).Select(s => s.Swap.Id));
        await store.SeenAsync(late.Id, stamp + 1, CancellationToken.None);
        await store.MoveAsync(Move(early, SwapState.Withdrawn), CancellationToken.None);
        Assert.Empty(await store.DueAsync(RosterData.Hour(8), stamp + 1, CancellationToken.None));
    }

    [Fact]
    public async Task The_list_is_of_a_state_and_of_a_person_and_ends_at_the_limit()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, one, two) = (new SwapStore(data.Database), Swap(data, 8), Swap(data, 32));
        await AskAsync(data, store, one);
        await AskAsync(data, store, two);
        await store.MoveAsync(Move(one, SwapState.Declined), CancellationToken.None);

        Assert.Equal([one.Id], (await store.ListAsync(SwapState.Declined, data.Bram, null, 10, CancellationToken.None)).Select(s => s.Swap.Id));
        Assert.Equal(2, (await store.ListAsync(null, data.Ada, null, 10, CancellationToken.None)).Count);
        Assert.Empty(await store.ListAsync(null, data.Chiyo, null, 10, CancellationToken.None));
        var first = Assert.Single(await store.ListAsync(null, null, null, 1, CancellationToken.None));
        var second = Assert.Single(await store.ListAsync(null, null, first, 1, CancellationToken.None));
        Assert.Empty(await store.ListAsync(null, null, second, 1, CancellationToken.None));
        Assert.Equal(new HashSet<SwapId> { one.Id, two.Id }, [first.Swap.Id, second.Swap.Id]);
    }

    protected abstract Task<TestDatabase> OpenAsync();

    /// <summary>Ada gives twelve hours to Bram, and takes twelve of his where told.</summary>
    private static Swap Swap(RosterData data, double give, double? take = null) => new(
        new SwapId(data.NewId()), new SwapSide(data.Ward, 1, data.Ada, data.Bram, RosterData.Hour(give), RosterData.Hour(give + 12)),
        take is { } hour ? new SwapSide(data.Ward, 1, data.Bram, data.Ada, RosterData.Hour(hour), RosterData.Hour(hour + 12)) : null,
        "wedding", SwapState.Asked, RosterData.Hour(give), 1);

    private static SwapMove Move(Swap swap, SwapState to) => new(swap, to, RosterData.Hour(1), "Bram", [], null, [RosterData.Audit("swap.move")], []);

    private static Task<long> StampAsync(RosterData data) => data.Rosters.StampAsync(CancellationToken.None);

    private static async Task<SwapAsking> AskAsync(RosterData data, SwapStore store, Swap swap) =>
        await store.AskAsync(swap, RosterData.Hour(0), "Ada", await StampAsync(data), RosterData.Audit("swap.ask"), [], CancellationToken.None);
}
