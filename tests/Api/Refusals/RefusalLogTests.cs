using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Api.Refusals;
using OnCall.Api.Tests.Rosters;
using OnCall.Application.Telemetry;
using OnCall.Testing;
using Xunit;

namespace OnCall.Api.Tests.Refusals;

public sealed class RefusalLogTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly OnCallMeter _meter = new();
    private readonly LogLines _lines = new();
    private readonly LoggerFactory _logs;
    private readonly RefusalLog _log;

    public RefusalLogTests()
    {
        _logs = new LoggerFactory([_lines]);
        _log = new RefusalLog(_meter, _time, _time, _logs.CreateLogger<RefusalLog>());
    }

    private string[] Lines => _lines.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_flood_of_one_caller_is_a_line_a_second_that_says_how_many_were_left_out()
    {
        for (var i = 0; i < 500; i++)
        {
            _log.Take(Of("10.0.0.1"));
        }

        var first = Assert.Single(Lines);
        Assert.StartsWith("Refused (WrongKey): GET /api/v1/roles by anonymous from 10.0.0.1 at 2026-11-23T09:00:00Z; 0 more", first, StringComparison.Ordinal);

        _time.Advance(Duration.FromSeconds(1));
        _log.Take(Of("10.0.0.1"));
        _log.Take(Of("10.0.0.1"));
        Assert.Contains("; 499 more were left out", Assert.Single(Lines.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_caller_and_another_reason_have_a_line_of_their_own()
    {
        _log.Take(Of("10.0.0.1"));
        _log.Take(Of("10.0.0.2"));
        _log.Take(Of("10.0.0.1") with { Why = RefusalReason.TooManyRequests });
        _log.Take(Of("10.0.0.1") with { Caller = "person:N001" });
        Assert.Equal(4, Lines.Length);
    }

    [Fact]
    public void A_flood_from_everywhere_is_one_caller_in_the_end()
    {
        for (var i = 0; i < 2 * RefusalLog.MostCallers; i++)
        {
            _log.Take(Of("network " + i));
        }

        Assert.Equal(RefusalLog.MostCallers + 1, Lines.Length);
        _time.Advance(Duration.FromSeconds(1));
        _log.Take(Of("another"));
        Assert.Contains("another", Lines[^1], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _logs.Dispose();
        _meter.Dispose();
    }

    private static RefusedRequest Of(string address) => new(RefusalReason.WrongKey, "anonymous", address, "GET", "/api/v1/roles");
}
