using OnCall.Api.Description;
using OnCall.Api.Limits;
using OnCall.Api.Problems;
using OnCall.Application;

namespace OnCall.Api.Health;

/// <summary>For load balancers and watchdogs; open, and silent about anything but health.</summary>
internal static class HealthEndpoints
{
    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().NeverLimited().WithTags("Health").Refuses(ProblemTypes.Unexpected);
        health.MapGet("/live", () => TypedResults.Ok(new HealthStatus("live")))
            .WithSummary("The process answers").Produces<HealthStatus>();
        health.MapGet("/ready", ReadyAsync)
            .WithSummary("The database answers and its schema is this version's").Produces<HealthStatus>().Refuses(ProblemTypes.NotReady);
    }

    private static async Task<IResult> ReadyAsync(IDatabaseReadiness database, CancellationToken cancellationToken) =>
        await database.ProblemAsync(cancellationToken) is { } problem
            ? TypedResults.Problem(Problem.Details(503, "not-ready", "Not ready", problem))
            : TypedResults.Ok(new HealthStatus("ready"));
}
