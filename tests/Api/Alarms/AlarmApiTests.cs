using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Alarms;

/// <summary>Alarms as programs and watchdogs get them.</summary>
public sealed class AlarmApiTests
{
    [Fact]
    public async Task Dispatchers_and_administrators_read_them_and_nobody_else()
    {
        await using var house = await AlarmHouse.OpenAsync();
        await house.LookAsync(after: 20);

        Assert.Equal(["engine-stopped"], await AlarmHouse.KindsAsync(house.Host.Admin));
        using var desk = await house.AsAsync("dispatcher");
        Assert.Equal(["engine-stopped"], await AlarmHouse.KindsAsync(desk));
        using var nurse = await house.AsAsync("staff");
        Assert.Equal(HttpStatusCode.Forbidden, (await nurse.GetPathAsync("/api/v1/alarms")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Host.Anonymous.GetPathAsync("/api/v1/alarms")).StatusCode);
    }

    [Fact]
    public async Task An_alarm_says_what_is_wrong_since_when_and_what_to_do()
    {
        await using var house = await AlarmHouse.OpenAsync();
        await house.LookAsync(after: 20);

        var alarm = (await (await house.Host.Admin.GetPathAsync("/api/v1/alarms")).ReadAsync()).At("items.0");

        Assert.Equal("critical", alarm.Text("severity"));
        Assert.Equal("engine", alarm.Text("subject"));
        Assert.StartsWith("No process runs the engine", alarm.Text("detail"), StringComparison.Ordinal);
        Assert.StartsWith("Page by telephone", alarm.Text("advice"), StringComparison.Ordinal);
        Assert.Equal("2026-11-23T09:00:20Z", alarm.Text("since"));
    }

    [Fact]
    public async Task What_is_over_can_be_read_afterwards_and_another_state_is_refused()
    {
        await using var house = await AlarmHouse.OpenAsync();
        house.Database.Broken = new TimeoutException();
        await house.LookAsync(after: 5);
        await house.LookAsync(after: 5);
        house.Database.Broken = null;
        await house.LookAsync();
        await house.LookAsync(after: 61);

        Assert.Equal(["engine-stopped"], await AlarmHouse.KindsAsync(house.Host.Admin));
        Assert.Equal(["database-unreachable"], await AlarmHouse.KindsAsync(house.Host.Admin, "?state=cleared"));
        using var wrong = await house.Host.Admin.GetPathAsync("/api/v1/alarms?state=loud");
        await ProblemAssert.NamesAsync(wrong, "state");
    }

    [Fact]
    public async Task An_outside_watchdog_gets_503_with_the_reasons()
    {
        await using var house = await AlarmHouse.OpenAsync();
        var (before, well) = await house.HealthAsync();
        Assert.Equal((200, 0), (before, well.GetProperty("reasons").GetArrayLength()));

        await house.LookAsync(after: 20);

        var (status, body) = await house.HealthAsync();
        Assert.Equal((503, "stalled"), (status, body.Text("status")));
        Assert.StartsWith("No process runs the engine", body.Text("reasons.0"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boards_stream_tells_them_at_once_and_whether_the_board_rings()
    {
        await using var house = await AlarmHouse.OpenAsync();
        using var desk = await house.AsAsync("dispatcher");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var stream = await desk.GetAsync(new Uri("/api/v1/board/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(patience.Token));
        Assert.Equal("""data: {"items":[],"sound":false}""", await AfterAsync(lines, "event: alarms", patience.Token));

        await house.LookAsync(after: 20);

        var told = await AfterAsync(lines, "event: alarms", patience.Token);
        Assert.Contains("engine-stopped", told, StringComparison.Ordinal);
        Assert.EndsWith("""],"sound":true}""", told, StringComparison.Ordinal);
    }

    private static async Task<string?> AfterAsync(StreamReader lines, string line, CancellationToken cancellationToken)
    {
        while (await lines.ReadLineAsync(cancellationToken) is { } read && read != line)
        {
            // What comes before is another event.
        }

        return await lines.ReadLineAsync(cancellationToken);
    }
}
