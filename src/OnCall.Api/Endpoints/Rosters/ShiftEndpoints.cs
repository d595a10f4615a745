using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Rosters.Shifts;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>/api/v1/shifts</c>: one shift at a time, by hand.</summary>
internal static class ShiftEndpoints
{
    internal static void MapShifts(this IEndpointRouteBuilder api)
    {
        var shifts = api.MapGroup("/shifts").WithTags("Rosters");
        shifts.MapPost("", AddAsync).WithSummary("Put one shift on a roster")
            .WithDescription("A publication like that of a file: listed under /rosters/uploads, audited, rolled back there. What is past stays as it was.")
            .Produces<ShiftOutcome>(200).TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRole, ProblemTypes.InvalidInput, ProblemTypes.RosterBusy);
        shifts.MapDelete("", RemoveAsync).WithSummary("Take one shift off a roster; of one that runs, what is left of it")
            .Produces<ShiftOutcome>(200).Changes()
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRole, ProblemTypes.UnknownShift, ProblemTypes.InvalidInput, ProblemTypes.RosterBusy);
    }

    private static async Task<IResult> AddAsync(HttpContext context, AddShiftRequest body, bool? preview, ChangeShifts change, CancellationToken cancellationToken) =>
        (await change.AddAsync(context.Caller(), body, preview ?? false, cancellationToken)).ToResult();

    private static async Task<IResult> RemoveAsync(
        HttpContext context, string? role, string? person, string? from, bool? preview, ChangeShifts change, CancellationToken cancellationToken) =>
        (await change.RemoveAsync(context.Caller(), new RemoveShiftRequest(role, person, from), preview ?? false, cancellationToken)).ToResult();
}
