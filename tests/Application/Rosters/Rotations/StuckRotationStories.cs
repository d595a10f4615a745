using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Rotations;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Rotations;

/// <summary>A rotation that cannot go on by itself is on the board.</summary>
public sealed class StuckRotationStories
{
    [Fact]
    public async Task Who_has_gone_is_on_the_board_until_the_rotation_is_put_right()
    {
        await using var house = await Taking.RotatingAsync();
        var watch = Watch(house);
        Assert.Empty(await ObserveAsync(house, watch));

        await house.SetActiveAsync("B2", active: false);
        Assert.Equal(["Warning ward-weeks The rotation ward-weeks of Ward 3 – Nurse makes gaps: Bram Peeters is not active."], await ObserveAsync(house, watch));

        await house.PutAsync(Taking.Weeks with { People = ["A1", "C3"] });
        Assert.Empty(await ObserveAsync(house, watch));
    }

    [Fact]
    public async Task With_nobody_left_it_becomes_serious_and_an_ended_rotation_says_nothing()
    {
        await using var house = await Taking.RotatingAsync(Taking.Weeks with { People = ["C3"] });
        var watch = Watch(house);
        await house.SetActiveAsync("C3", active: false);
        house.Clock.Now = Instant.FromUtc(2026, 11, 2, 7, 0);

        Assert.Equal(["Serious ward-weeks The rotation ward-weeks of Ward 3 – Nurse makes no more shifts: nobody in it is active."], await ObserveAsync(house, watch));

        await house.EndAsync();
        Assert.Empty(await ObserveAsync(house, watch));
    }

    [Fact]
    public async Task Where_no_node_makes_the_next_shifts_it_is_told_a_day_later()
    {
        await using var house = await Taking.RotatingAsync();
        var watch = Watch(house);
        house.Clock.Now = Instant.FromUtc(2026, 10, 26, 6, 0);
        Assert.Empty(await ObserveAsync(house, watch));

        house.Clock.Now = Instant.FromUtc(2026, 10, 26, 8, 0);
        Assert.Single(await ObserveAsync(house, watch));
        await house.ExtendAsync();
        Assert.Empty(await ObserveAsync(house, watch));
    }

    private static WatchedRotations Watch(House house) =>
        new(house.Get<IRosterReads>(), house.Get<IRotations>(), house.Get<IDirectoryReads>(), house.Get<RoleScopes>(), house.Get<IRosterPeople>());

    private static async Task<IEnumerable<string>> ObserveAsync(House house, WatchedRotations watch) =>
        (await watch.ObserveAsync([], house.Clock.Now, CancellationToken.None)).Select(o => $"{o.Severity} {o.Subject} {o.Detail}");
}
