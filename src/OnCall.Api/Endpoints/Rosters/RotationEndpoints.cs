using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Rotations;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>/api/v1/rotations</c>.</summary>
internal static class RotationEndpoints
{
    internal static void MapRotations(this IEndpointRouteBuilder api)
    {
        var rotations = api.MapGroup("/rotations").WithTags("Rotations");
        rotations.MapPut("/{code}", PutAsync).WithSummary("Create or change a rotation and put its shifts in force, or preview them")
            .Produces<RotationOutcome>(200).Produces<RotationOutcome>(201).TakesJson().Changes()
            .Refuses(ProblemTypes.InvalidParameter, ProblemTypes.Forbidden, ProblemTypes.UnknownRole, ProblemTypes.RosterBusy);
        rotations.MapGet("/{code}", FindAsync).WithSummary("Read a rotation").IsRead<RotationView>().Refuses(ProblemTypes.UnknownRotation);
        rotations.MapGet("", ListAsync).WithSummary("List the rotations").IsRead<ListOf<RotationView>>().Refuses(ProblemTypes.UnknownRole, ProblemTypes.InvalidInput);
        rotations.MapDelete("/{code}", EndAsync).WithSummary("End a rotation: take its shifts to come out of the roster")
            .Produces(204).Changes().Refuses(ProblemTypes.InvalidParameter, ProblemTypes.Forbidden, ProblemTypes.UnknownRotation, ProblemTypes.RosterBusy);
    }

    private static async Task<IResult> PutAsync(HttpContext context, string code, PutRotationRequest body, bool? preview, PutRotation put, CancellationToken cancellationToken) =>
        BodyCode.Mismatch("code", code, body.Code) is { } mismatch
            ? Problem.From(mismatch)
            : (await put.RunAsync(context.Caller(), body with { Code = code }, preview ?? false, cancellationToken))
                .ToResult(r => "/api/v1/rotations/" + Uri.EscapeDataString(r.Rotation.Code));

    private static async Task<IResult> FindAsync(HttpContext context, string code, ReadRotations read, CancellationToken cancellationToken) =>
        (await read.FindAsync(context.Caller(), code, cancellationToken)).ToResult();

    private static async Task<IResult> ListAsync(HttpContext context, string? orgUnit, string? role, ReadRotations read, CancellationToken cancellationToken) =>
        (await read.ListAsync(context.Caller(), orgUnit, role, cancellationToken)).ToResult();

    private static async Task<IResult> EndAsync(HttpContext context, string code, bool? now, EndRotation end, CancellationToken cancellationToken) =>
        (await end.RunAsync(context.Caller(), code, now ?? false, cancellationToken)).ToNoContent();
}
