using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Rosters.Answers;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>GET /api/v1/roles/resolve</c>: the one that switchboards ask all day, so that it costs little more than an empty answer.</summary>
internal static class ResolveEndpoint
{
    internal static void MapResolve(this IEndpointRouteBuilder api) =>
        api.MapGet("/roles/resolve", ResolveAsync).WithTags("Roles").WithSummary("Who answers for a role, now or at another instant")
            .Produces<ResolveView>().Refuses(ProblemTypes.InvalidInput, ProblemTypes.UnknownRole);

    private static async Task<IResult> ResolveAsync(string? role, string? at, ResolveRole resolve, ResolvedBodies bodies, CancellationToken cancellationToken)
    {
        var answer = await resolve.RunAsync(role, at, cancellationToken);
        return answer.Ok ? bodies.Of(answer.Value) : Problem.From(answer.Refusal);
    }
}
