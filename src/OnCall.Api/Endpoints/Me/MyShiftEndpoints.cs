using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Readiness;
using OnCall.Application.Rosters.Mine;

namespace OnCall.Api.Endpoints.Me;

/// <summary><c>/api/v1/me/shifts</c> and <c>/api/v1/me/readiness</c>.</summary>
internal static class MyShiftEndpoints
{
    internal static void MapMyShifts(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me").WithTags("People").Refuses(ProblemTypes.Forbidden);
        mine.MapGet("/shifts", ReadAsync).WithSummary("List when I am on, and who stands in for me")
            .WithDescription("Shifts with covers laid over them, from the one that goes on to 62 days ahead.")
            .Produces<MyShiftsView>();
        mine.MapGet("/readiness", ReadinessAsync).WithSummary("Read whether a page would reach me on my shift")
            .WithDescription(
                "Of a shift that goes on or begins within 12 hours: whether each verified contact method that an urgent page would use has worked within 7 days. "
                + "A device has to have answered a test; of the others it counts that something reached them or was taken for them.")
            .Produces<ReadinessView>();
    }

    private static async Task<IResult> ReadAsync(HttpContext context, ReadMyShifts read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> ReadinessAsync(HttpContext context, ReadReadiness read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), cancellationToken)).ToResult();
}
