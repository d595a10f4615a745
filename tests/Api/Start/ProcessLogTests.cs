using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NodaTime.Text;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Start;

public sealed class ProcessLogTests
{
    [Fact]
    public async Task Whoever_stops_reading_the_console_stops_no_page()
    {
        await using var host = await ApiHost.StartAsync();
        Assert.Equal(ConsoleLoggerQueueFullMode.DropWrite, host.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.QueueFullMode);
    }

    [Fact]
    public async Task Each_line_of_the_log_is_json_with_the_time_in_utc_and_nobody_writes_a_line_into_it()
    {
        await using var program = await StartedProgram.StartAsync("a folder\nwarn: with a line break", []);
        var told = 0;
        foreach (var line in program.Lines)
        {
            using var read = JsonDocument.Parse(line);
            Assert.True(InstantPattern.ExtendedIso.Parse(read.RootElement.GetProperty("Timestamp").GetString()!).Success);
            Assert.False(read.RootElement.TryGetProperty("Scopes", out _));
            told += read.RootElement.GetProperty("Message").GetString()!.Contains("a folder\nwarn: with a line break", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(told > 0, "The set-up code's file is told.");
    }
}
