using OnCall.Application.Alarms;
using OnCall.Domain.Alarms;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>A node whose database is away says so from memory.</summary>
public sealed class DatabaseStories
{
    [Fact]
    public async Task A_database_that_is_away_is_on_the_nodes_own_board_within_30_seconds()
    {
        await using var house = await Watched.OpenAsync();
        house.Alpha.ClockOffset = NodaTime.Duration.FromSeconds(3);
        await house.PassAsync(60);
        house.Switch.Broken = new TimeoutException("No answer.");

        await house.PassAsync(10);

        Assert.Equal(["critical database-unreachable database", "serious clock-drift alpha"], await house.BoardAsync());
        Assert.Equal(["The database does not answer, or cannot be written."], await house.Alpha.Get<ReadAlarms>().EngineProblemsAsync(CancellationToken.None));
        Assert.Single(house.Alpha.Logs.All);
    }

    [Fact]
    public async Task When_it_is_back_the_alarm_is_written_with_when_it_began_and_goes()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(60);
        house.Switch.Broken = new TimeoutException("No answer.");
        await house.PassAsync(300);
        house.Switch.Broken = null;
        await house.PassAsync(10);
        Assert.Equal(["critical database-unreachable database"], await house.BoardAsync());

        await house.PassAsync(70);

        Assert.Empty(await house.BoardAsync());
        var past = Assert.Single(await house.Alpha.Get<IAlarmStore>().ClearedAsync(10, CancellationToken.None));
        Assert.Equal(AlarmKind.DatabaseUnreachable, past.Kind);
        Assert.Equal(house.Now - NodaTime.Duration.FromSeconds(300 + 10 + 70 - 5), past.Since);
    }

    [Fact]
    public async Task A_hiccup_is_no_alarm()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(60);
        for (var i = 0; i < 10; i++)
        {
            house.Switch.Broken = new TimeoutException("No answer.");
            await house.PassAsync(5);
            house.Switch.Broken = null;
            await house.PassAsync(10);
        }

        Assert.Empty(await house.BoardAsync());
        Assert.Equal(0, await house.CountAsync("alarm"));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told_although_nothing_can_be_written_any_more()
    {
        await using var house = await Watched.OpenAsync();
        await house.PassAsync(60);
        house.Alpha.Disk = new DiskSpace(0, 100_000_000_000);
        house.Switch.Broken = new IOException("database or disk is full");

        await house.PassAsync(10);

        Assert.Equal(["critical database-unreachable database", "critical disk-full alpha"], await house.BoardAsync());
    }
}
