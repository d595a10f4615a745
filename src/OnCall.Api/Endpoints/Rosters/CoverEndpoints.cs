using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Rosters.Covers;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>/api/v1/covers</c>.</summary>
internal static class CoverEndpoints
{
    internal static void MapCovers(this IEndpointRouteBuilder api)
    {
        var covers = api.MapGroup("/covers").WithTags("Covers");
        covers.MapPost("", AddAsync).WithSummary("Put one person in for another for a while")
            .Produces<CoverView>(201).TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRole, ProblemTypes.RosterBusy);
        covers.MapDelete("/{id:guid}", RemoveAsync).WithSummary("Take a cover back; one that runs ends now")
            .Produces(204).Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownCover, ProblemTypes.CoverOver);
    }

    private static async Task<IResult> AddAsync(HttpContext context, AddCoverRequest body, AddCover add, CancellationToken cancellationToken) =>
        (await add.RunAsync(context.Caller(), body, cancellationToken)).ToResult();

    private static async Task<IResult> RemoveAsync(HttpContext context, Guid id, RemoveCover remove, CancellationToken cancellationToken) =>
        (await remove.RunAsync(context.Caller(), new CoverId(id), cancellationToken)).ToNoContent();
}
