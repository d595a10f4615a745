using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Composition;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>/api/v1/rosters</c>: uploads, rosters as they are resolved, gaps.</summary>
internal static class RosterEndpoints
{
    // The file and the few fields around it.
    private const long LargestUpload = UploadRoster.MaxBytes + (64 * 1024);

    internal static void MapRosters(this IEndpointRouteBuilder api)
    {
        var rosters = api.MapGroup("/rosters").WithTags("Rosters");
        rosters.MapGet("", ReadAsync).WithSummary("Read rosters, covers laid over shifts").IsRead<ListOf<RosterLine>>().Refuses(ProblemTypes.UnknownRole, ProblemTypes.InvalidInput);
        rosters.MapGet("/gaps", GapsAsync).WithSummary("Find gaps and overlaps").IsRead<ListOf<RosterFindingLine>>().Refuses(ProblemTypes.UnknownRole, ProblemTypes.InvalidInput);
        rosters.MapGet("/unreachable", UnreachableAsync).WithSummary("Find who is on shift without a verified contact method that works")
            .IsRead<ListOf<UnreachableLine>>().Refuses(ProblemTypes.InvalidInput);
        rosters.MapGet("/uploads", ListAsync).WithSummary("List the uploads, the latest first").IsRead<ListOf<RosterUploadLine>>().Refuses(ProblemTypes.InvalidInput);
        rosters.MapPost("/uploads", UploadAsync).WithSummary("Upload a roster file: preview it, or publish it at once")
            .Accepts<UploadForm>("multipart/form-data")
            .TakesUpTo(LargestUpload)
            .Produces<RosterUploadView>(201).Changes()
            .Refuses(
                ProblemTypes.UnreadableForm, ProblemTypes.Forbidden, ProblemTypes.RosterBusy, ProblemTypes.BodyTooLarge, ProblemTypes.FileTooLarge,
                ProblemTypes.UnsupportedMediaType, ProblemTypes.InvalidInput, ProblemTypes.RosterHasErrors);
        rosters.MapGet("/uploads/{id:guid}", ReadUploadAsync).WithSummary("Read an upload; of a preview, shift by shift what it would change")
            .IsRead<RosterUploadDetail>().Refuses(ProblemTypes.UnknownUpload);
        rosters.MapPost("/uploads/{id:guid}/publish", PublishAsync).WithSummary("Put a preview in force").IsChange<RosterUploadView>().Refuses(ProblemTypes.StalePreview, ProblemTypes.RolledBack, ProblemTypes.RosterBusy);
        rosters.MapPost("/uploads/{id:guid}/rollback", RollBackAsync).WithSummary("Restore what an upload replaced").IsChange<RosterUploadView>().Refuses(ProblemTypes.Overlaid, ProblemTypes.NotPublished);
    }

    internal static RouteHandlerBuilder IsChange<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<T>(200).Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownUpload);

    private static async Task<IResult> UploadAsync(HttpContext context, [FromServices] UploadRoster upload, CancellationToken cancellationToken)
    {
        var form = await UploadForm.ReadAsync(context.Request, cancellationToken);
        return form.Ok ? (await upload.RunAsync(context.Caller(), form.Value, cancellationToken)).ToResult() : Problem.From(form.Refusal);
    }

    private static async Task<IResult> ReadUploadAsync(HttpContext context, Guid id, ReadRosterUpload read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), new UploadId(id), cancellationToken)).ToResult();

    private static async Task<IResult> PublishAsync(HttpContext context, Guid id, PublishRoster publish, CancellationToken cancellationToken) =>
        (await publish.RunAsync(context.Caller(), new UploadId(id), cancellationToken)).ToResult();

    private static async Task<IResult> RollBackAsync(HttpContext context, Guid id, RollBackRoster rollBack, CancellationToken cancellationToken) =>
        (await rollBack.RunAsync(context.Caller(), new UploadId(id), cancellationToken)).ToResult();

    private static async Task<IResult> ListAsync(HttpContext context, string? cursor, ListRosterUploads list, CancellationToken cancellationToken) =>
        (await list.RunAsync(context.Caller(), cursor, cancellationToken)).ToResult();

    private static async Task<IResult> ReadAsync(
        HttpContext context, string? orgUnit, string? role, string? from, string? to, ReadRoster read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), new RosterQuery(orgUnit, role, from, to), cancellationToken)).ToResult();

    private static async Task<IResult> GapsAsync(
        HttpContext context, string? orgUnit, string? role, string? from, string? to, FindRosterGaps find, CancellationToken cancellationToken) =>
        (await find.RunAsync(context.Caller(), new RosterQuery(orgUnit, role, from, to), cancellationToken)).ToResult();

    private static async Task<IResult> UnreachableAsync(HttpContext context, string? orgUnit, FindUnreachable find, CancellationToken cancellationToken) =>
        (await find.RunAsync(context.Caller(), orgUnit, cancellationToken)).ToResult();
}
