using OnCall.Api.Composition;
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
            .WithSummary("The database answers, its schema is this version's, and the node is not being stopped").Produces<HealthStatus>().Refuses(ProblemTypes.NotReady);
    }

    private static async Task<IResult> ReadyAsync(Leaving leaving, IDatabaseReadiness database, CancellationToken cancellationToken) =>
        (leaving.Begun ? "This node is being stopped. Use another one." : await database.ProblemAsync(cancellationToken)) is { } problem
            ? TypedResults.Problem(Problem.Details(503, "not-ready", "Not ready", problem))
            : TypedResults.Ok(new HealthStatus("ready"));
}
