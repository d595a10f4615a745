using OnCall.Application.Alarms;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>The outside watchdog hears from OnCall while pages go through, and only then.</summary>
public sealed class WatchdogStories
{
    [Fact]
    public async Task It_is_told_while_all_is_well_and_not_while_the_engine_stands()
    {
        await using var house = await Watched.OpenAsync();
        Assert.False(await PingAsync(house));
        await house.PassAsync(30);
        Assert.True(await PingAsync(house));

        house.Alpha.Sweeps = false;
        await house.PassAsync(30);
        Assert.False(await PingAsync(house));

        house.Alpha.Sweeps = true;
        await house.PassAsync(75);
        Assert.True(await PingAsync(house));
        Assert.Equal(2, house.Alpha.Pings);
    }

    [Fact]
    public async Task What_does_not_stop_pages_does_not_stop_it()
    {
        await using var house = await Watched.OpenAsync();
        house.Alpha.ClockOffset = NodaTime.Duration.FromSeconds(9);
        await house.PassAsync(30);

        Assert.Single(await house.BoardAsync());
        Assert.True(await PingAsync(house));
    }

    [Fact]
    public async Task It_is_not_told_while_the_database_is_away_or_nobody_watches()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(30);
        house.Switch.Broken = new TimeoutException();
        await house.PassAsync(10);
        Assert.False(await PingAsync(house));

        house.Switch.Broken = null;
        await house.PassAsync(75);
        Assert.True(await PingAsync(house));
        house.Time.Advance(NodaTime.Duration.FromSeconds(40));
        Assert.False(await PingAsync(house));
    }

    [Fact]
    public async Task One_that_does_not_listen_is_a_warning_and_logged_once_until_it_does()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(30);
        house.Alpha.WatchdogTrouble = "HTTP 503";
        for (var i = 0; i < 5; i++)
        {
            await PingAsync(house);
            await house.PassAsync(30);
        }

        Assert.Equal(["warning watchdog-unreachable alpha"], await house.BoardAsync());
        Assert.Equal("The outside watchdog does not take the heartbeat: HTTP 503. Said once, until it changes", Assert.Single(house.Alpha.Logs.All));

        house.Alpha.WatchdogTrouble = null;
        await PingAsync(house);
        await house.PassAsync(70);
        Assert.Empty(await house.BoardAsync());
    }

    private static Task<bool> PingAsync(Watched house) => house.Alpha.Get<PingWatchdog>().RunAsync(CancellationToken.None);
}
