using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Api.Settings;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;

namespace OnCall.Api.Health;

/// <summary>Whether pages move: for an outside watchdog, which must not depend on the engine to hear that it has stopped.</summary>
internal static class EngineEndpoint
{
    private static readonly Duration Stalled = Duration.FromSeconds(10);

    internal static void MapEngineHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health/engine", ReadAsync)
        .AllowAnonymous().WithTags("Health").WithSummary("The engine sweeps, and nothing due is left lying")
        .Produces<EngineStatus>().Produces<EngineStatus>(503);

    private static async Task<IResult> ReadAsync(
        IEngineHealth health, IPageStore pages, INotificationStore outbox, ChannelSet channels, IClock clock, IOptions<OnCallOptions> options, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var due = new[] { await pages.EarliestDueAsync(cancellationToken), await outbox.EarliestDueAsync(cancellationToken) }.Where(t => t is not null).Min();
        var lag = due is { } at && at < now ? now - at : Duration.Zero;
        var sweeps = health.LastSweep is { } last && now - last <= Stalled;
        var here = options.Value.Scheduler.InProcess;
        var status = lag > Stalled || (here && !sweeps) ? "stalled" : here ? "working" : "elsewhere";
        var body = new EngineStatus(status, health.LastSweep, due, lag.TotalSeconds, [.. channels.Kinds.Select(k => k.ToString())]);
        return status == "stalled" ? TypedResults.Json(body, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Ok(body);
    }
}
