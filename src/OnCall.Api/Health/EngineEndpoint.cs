using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Api.Description;
using OnCall.Api.Limits;
using OnCall.Api.Settings;
using OnCall.Application.Alarms;
using OnCall.Application.Notifications;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Health;

/// <summary>Whether pages move: for an outside watchdog, which must not depend on the engine to hear that it has stopped.</summary>
internal static class EngineEndpoint
{
    private static readonly Duration Stalled = Duration.FromSeconds(10);

    internal static void MapEngineHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health/engine", ReadAsync).NeverLimited()
        .AllowAnonymous().WithTags("Health").WithSummary("The engine sweeps, and nothing due is left lying")
        .Produces<EngineStatus>().Produces<EngineStatus>(503).Refuses(ProblemTypes.Unexpected);

    private static async Task<IResult> ReadAsync(
        ReadEngine engine, ReadAlarms alarms, ChannelSet channels, IOptions<OnCallOptions> options, CancellationToken cancellationToken)
    {
        var reasons = await alarms.EngineProblemsAsync(cancellationToken);
        if (await ReadingAsync(engine, reasons.Count > 0, cancellationToken) is not { } reading)
        {
            var away = new EngineStatus("stalled", null, null, 0, channels.Kinds, [], null, reasons);
            return TypedResults.Json(away, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var sweeps = reading.LastSweep is { } last && reading.Now - last <= Stalled;
        var here = options.Value.Scheduler.InProcess;
        var status = reading.Lag > Stalled || (here && !sweeps) || reasons.Count > 0 ? "stalled" : here ? "working" : "elsewhere";
        var body = new EngineStatus(
            status, reading.LastSweep, reading.OldestDue, reading.Lag.TotalSeconds, channels.Kinds,
            reading.Queue, new ClockStatus(reading.ClockOffset.TotalMilliseconds, reading.ClockDrifted), reasons);
        return status == "stalled" ? TypedResults.Json(body, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Ok(body);
    }

    private static async Task<EngineReading?> ReadingAsync(ReadEngine engine, bool known, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.RunAsync(cancellationToken);
        }
        catch (Exception error) when (known && error is not OperationCanceledException)
        {
            // The database is away; the reasons say so, and a watchdog reads them rather than an error.
            return null;
        }
    }
}
