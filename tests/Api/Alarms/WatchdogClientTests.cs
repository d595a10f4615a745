using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Api.Tests.Alarms;

/// <summary>The heartbeat as it goes out, against a real server.</summary>
public sealed class WatchdogClientTests
{
    [Fact]
    public async Task It_is_a_plain_GET_that_tells_nothing()
    {
        await using var watchdog = await StubWatchdog.StartAsync();
        await using var house = await OpenAsync(watchdog);

        Assert.Null(await PingAsync(house));

        var request = Assert.Single(watchdog.Requests.All);
        Assert.Equal(("GET", "/ping/secret?x=1", ""), (request.Method, request.Path, request.Body));
        Assert.DoesNotContain(request.Headers.Keys, h => h is "Authorization" or "Cookie");
    }

    [Theory]
    [InlineData(500, "HTTP 500")]
    [InlineData(404, "HTTP 404")]
    [InlineData(302, "HTTP 302")]
    public async Task Anything_but_success_is_a_failure(int status, string says)
    {
        await using var watchdog = await StubWatchdog.StartAsync();
        await using var house = await OpenAsync(watchdog);
        watchdog.Next(new StubAnswer.Reply(status, ""));

        Assert.Equal(says, await PingAsync(house));
    }

    [Fact]
    public async Task A_watchdog_that_hangs_has_8_seconds()
    {
        var time = new ManualTime();
        await using var watchdog = await StubWatchdog.StartAsync();
        await using var house = await OpenAsync(watchdog, time);
        watchdog.Next(new StubAnswer.Hang());
        var ping = PingAsync(house);
        await watchdog.Requests.WaitAsync(1, TestContext.Current.CancellationToken);

        time.Advance(Duration.FromSeconds(7.9));
        Assert.False(ping.IsCompleted);
        time.Advance(Duration.FromSeconds(0.1));

        Assert.Equal("no answer within 8 s", await ping);
    }

    [Fact]
    public async Task A_watchdog_that_breaks_off_or_is_gone_is_a_failure_that_names_no_address()
    {
        AlarmHouse house;
        await using (var watchdog = await StubWatchdog.StartAsync())
        {
            house = await OpenAsync(watchdog);
            watchdog.Next(new StubAnswer.Drop());
            Assert.StartsWith("no connection (", await PingAsync(house), StringComparison.Ordinal);
        }

        Assert.Equal("no connection (ConnectionError)", await PingAsync(house));
        await house.DisposeAsync();
    }

    private static Task<AlarmHouse> OpenAsync(StubWatchdog watchdog, TimeProvider? time = null) => AlarmHouse.OpenAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["OnCall:Watchdog:Url"] = watchdog.BaseUrl + "/ping/secret?x=1" }, time);

    private static Task<string?> PingAsync(AlarmHouse house) => house.Host.Services.GetRequiredService<IWatchdog>().PingAsync(TestContext.Current.CancellationToken);
}
