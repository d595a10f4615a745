using NodaTime;
using OnCall.Application.Alarms;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>A stopped engine is on the board within 30 s, whoever has to say so.</summary>
public sealed class EngineStories
{
    [Fact]
    public async Task An_installation_that_works_has_an_empty_board()
    {
        await using var house = await Watched.OpenAsync();

        await house.PassAsync(600);

        Assert.Empty(await house.BoardAsync());
        Assert.Equal(0, await house.CountAsync("alarm"));
    }

    [Fact]
    public async Task A_stopped_engine_is_on_the_board_within_30_seconds_and_off_it_a_while_after_it_works_again()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(60);
        house.Alpha.Sweeps = false;

        await house.PassAsync(10);
        Assert.Empty(await house.BoardAsync());
        await house.PassAsync(20);
        Assert.Equal(["critical engine-stopped engine"], await house.BoardAsync());
        Assert.Equal(["The engine has stopped: nothing escalates and nothing is sent."], await ProblemsAsync(house));

        house.Alpha.Sweeps = true;
        await house.PassAsync(45);
        Assert.Single(await house.BoardAsync());
        await house.PassAsync(20);
        Assert.Empty(await house.BoardAsync());
        Assert.Empty(await ProblemsAsync(house));
        Assert.Single(await house.AuditAsync("alarm.raise"));
        Assert.Single(await house.AuditAsync("alarm.clear"));
    }

    [Fact]
    public async Task An_engine_that_stops_and_starts_every_20_seconds_is_one_alarm()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(60);
        for (var i = 0; i < 20; i++)
        {
            house.Alpha.Sweeps = i % 2 > 0;
            await house.PassAsync(20);
        }

        Assert.Single(await house.AuditAsync("alarm.raise"));
        Assert.Empty(await house.AuditAsync("alarm.clear"));
    }

    [Fact]
    public async Task A_killed_engine_is_told_by_the_other_node()
    {
        await using var house = await Watched.OpenAsync();
        var beta = house.Start("beta/2/b", engine: false);
        await house.PassAsync(60);
        house.Alpha.Runs = false;

        await house.PassAsync(30);

        Assert.Equal(["critical engine-stopped engine"], await beta.BoardAsync());
    }

    [Fact]
    public async Task An_installation_without_any_engine_is_told_within_30_seconds_of_its_start()
    {
        await using var house = await Watched.OpenAsync();
        house.Alpha.Runs = false;
        var beta = house.Start("beta/2/b", engine: false);

        await house.PassAsync(30);

        Assert.Equal("No process runs the engine: nothing escalates and nothing is sent.", Assert.Single(await beta.Get<ReadAlarms>().StandingAsync(CancellationToken.None)).Detail);
    }

    [Fact]
    public async Task Two_nodes_that_see_the_same_raise_and_clear_it_once()
    {
        await using var house = await Watched.OpenAsync();
        var beta = house.Start("beta/2/b");
        await house.PassAsync(60);
        (house.Alpha.Sweeps, beta.Sweeps) = (false, false);
        await house.PassAsync(60);
        Assert.Equal(await house.BoardAsync(), await beta.BoardAsync());
        Assert.Equal(1, await house.CountAsync("alarm"));

        (house.Alpha.Sweeps, beta.Sweeps) = (true, true);
        await house.PassAsync(70);

        Assert.Single(await house.AuditAsync("alarm.raise"));
        Assert.Single(await house.AuditAsync("alarm.clear"));
    }

    [Fact]
    public async Task A_node_that_is_stopped_on_purpose_leaves_no_alarm_behind()
    {
        await using var house = await Watched.OpenAsync();
        var beta = house.Start("beta/2/b");
        await house.PassAsync(60);

        await beta.Get<WatchEngine>().StopAsync(CancellationToken.None);
        beta.Runs = false;
        await house.PassAsync(120);

        Assert.Empty(await house.BoardAsync());
        Assert.Equal(1, await house.CountAsync("node_heartbeat"));
    }

    [Fact]
    public async Task A_watch_that_stops_is_told_by_whoever_asks()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(60);
        Assert.Empty(await house.BoardAsync());

        house.Time.Advance(Duration.FromSeconds(31));

        Assert.Equal(["critical engine-stopped watch"], await house.BoardAsync());
    }

    private static Task<IReadOnlyList<string>> ProblemsAsync(Watched house) => house.Alpha.Get<ReadAlarms>().EngineProblemsAsync(CancellationToken.None);
}
