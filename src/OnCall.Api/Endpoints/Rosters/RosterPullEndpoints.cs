using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Pulls;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>/api/v1/roster-pulls</c>.</summary>
internal static class RosterPullEndpoints
{
    internal static void MapRosterPulls(this IEndpointRouteBuilder api)
    {
        var pulls = api.MapGroup("/roster-pulls").WithTags("Roster pulls");
        pulls.MapPut("/{code}", PutAsync).WithSummary("Create or change a place that rosters are fetched from").IsPut<RosterPullView>();
        pulls.MapGet("/{code}", FindAsync).WithSummary("Read how a roster pull stands").IsRead<RosterPullView>().Refuses(ProblemTypes.UnknownRosterPull);
        pulls.MapGet("", ListAsync).WithSummary("List the roster pulls of the caller's units").IsRead<ListOf<RosterPullView>>();
        pulls.MapPost("/{code}/run", RunAsync).WithSummary("Fetch a roster now").Produces<RosterPullView>().Changes()
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRosterPull, ProblemTypes.RosterPullBusy);
        pulls.MapDelete("/{code}", DeleteAsync).WithSummary("Fetch a roster no more; its shifts stay in force").Produces(204).Changes()
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRosterPull, ProblemTypes.ChangedMeanwhile);
    }

    private static async Task<IResult> PutAsync(HttpContext context, string code, PutRosterPullRequest body, PutRosterPull put, CancellationToken cancellationToken) =>
        BodyCode.Mismatch("code", code, body.Code) is { } mismatch
            ? Problem.From(mismatch)
            : (await put.RunAsync(context.Caller(), body with { Code = code }, cancellationToken)).ToResult(p => "/api/v1/roster-pulls/" + Uri.EscapeDataString(p.Code));

    private static async Task<IResult> FindAsync(HttpContext context, string code, ReadRosterPulls read, CancellationToken cancellationToken) =>
        (await read.FindAsync(context.Caller(), code, cancellationToken)).ToResult();

    private static async Task<IResult> ListAsync(HttpContext context, ReadRosterPulls read, CancellationToken cancellationToken) =>
        (await read.ListAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> RunAsync(HttpContext context, string code, ReadRosterPulls read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), code, cancellationToken)).ToResult();

    private static async Task<IResult> DeleteAsync(HttpContext context, string code, ReadRosterPulls read, CancellationToken cancellationToken) =>
        (await read.DeleteAsync(context.Caller(), code, cancellationToken)).ToNoContent();
}
