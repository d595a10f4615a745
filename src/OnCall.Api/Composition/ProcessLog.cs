using Microsoft.Extensions.Logging.Console;

namespace OnCall.Api.Composition;

/// <summary>
/// The process's log on its console: a JSON object a line, with the time in UTC, so that programs can read it and nobody can write a line into it. In
/// Development, and where the settings name a formatter (<c>Logging__Console__FormatterName</c>), it stays as it is.
/// </summary>
internal static class ProcessLog
{
    // To the millisecond (ISO 8601).
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ";

    internal static void AddProcessLog(this WebApplicationBuilder builder)
    {
        // Whoever reads the console may stop reading: lines are then left out and counted, and no page waits for them.
        if (builder.Configuration["Logging:Console:QueueFullMode"] is null)
        {
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
        }

        if (builder.Environment.IsDevelopment() || builder.Configuration["Logging:Console:FormatterName"] is not null)
        {
            return;
        }

        builder.Logging.AddJsonConsole(json =>
        {
            json.IncludeScopes = false;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = Time;
        });
    }
}
