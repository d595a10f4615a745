using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Api.Description;
using OnCall.Api.Settings;
using OnCall.Application.Notifications;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Health;

/// <summary>Whether pages move: for an outside watchdog, which must not depend on the engine to hear that it has stopped.</summary>
internal static class EngineEndpoint
{
    private static readonly Duration Stalled = Duration.FromSeconds(10);

    internal static void MapEngineHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health/engine", ReadAsync)
        .AllowAnonymous().WithTags("Health").WithSummary("The engine sweeps, and nothing due is left lying")
        .Produces<EngineStatus>().Produces<EngineStatus>(503).Refuses(ProblemTypes.Unexpected);

    private static async Task<IResult> ReadAsync(ReadEngine engine, ChannelSet channels, IOptions<OnCallOptions> options, CancellationToken cancellationToken)
    {
        var reading = await engine.RunAsync(cancellationToken);
        var sweeps = reading.LastSweep is { } last && reading.Now - last <= Stalled;
        var here = options.Value.Scheduler.InProcess;
        var status = reading.Lag > Stalled || (here && !sweeps) ? "stalled" : here ? "working" : "elsewhere";
        var body = new EngineStatus(
            status, reading.LastSweep, reading.OldestDue, reading.Lag.TotalSeconds, [.. channels.Kinds.Select(k => k.ToString())],
            reading.Queue, new ClockStatus(reading.ClockOffset.TotalMilliseconds, reading.ClockDrifted));
        return status == "stalled" ? TypedResults.Json(body, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Ok(body);
    }
}
