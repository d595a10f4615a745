using System.Text;
using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application;
using OnCall.Domain.Access;

namespace OnCall.Api.Metrics;

/// <summary><c>GET /metrics</c>, for Prometheus. Metrics tell no page, but how busy a hospital is: they want a key as anything else.</summary>
internal static class MetricsEndpoint
{
    internal static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", ReadAsync)
        .RequireAuthorization()
        .WithTags("Health").WithSummary("Metrics in Prometheus' text format")
        .Produces<string>(200, "text/plain").Refuses(ProblemTypes.Unauthenticated, ProblemTypes.Forbidden, ProblemTypes.Unexpected);

    private static async Task<IResult> ReadAsync(HttpContext context, MetricStore store, EngineGauges gauges, CancellationToken cancellationToken)
    {
        if (!MayRead(context.Caller()))
        {
            return Problem.From(Refusal.Forbidden("Metrics are for integrations, dispatchers and administrators."));
        }

        await gauges.RefreshAsync(cancellationToken);
        return TypedResults.Text(PrometheusText.Write(store), PrometheusText.ContentType, Encoding.UTF8);
    }

    private static bool MayRead(Caller caller) =>
        caller.IsIntegration || caller.Grants.Any(g => g.Permission is Permission.Dispatcher or Permission.Admin);
}
