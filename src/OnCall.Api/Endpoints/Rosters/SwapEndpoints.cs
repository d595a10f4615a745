using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Swaps;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>/api/v1/swaps</c> and <c>/api/v1/me/cover</c>.</summary>
internal static class SwapEndpoints
{
    internal static void MapSwaps(this IEndpointRouteBuilder api)
    {
        api.MapPost("/me/cover", CoverMyselfAsync).WithTags("Covers").WithSummary("I take it now: stand in for a colleague myself, for at most 24 h")
            .Produces<CoverView>(201).TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRole, ProblemTypes.RosterBusy);

        var swaps = api.MapGroup("/swaps").WithTags("Swaps");
        swaps.MapPost("", AskAsync).WithSummary("Ask a colleague to take my shift, in return for one of theirs or not")
            .Produces<SwapView>(201).TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRole, ProblemTypes.SwapAskedAlready, ProblemTypes.RosterBusy);
        swaps.MapGet("", ListAsync).WithSummary("List swaps that I may see, the latest first").IsRead<ListOf<SwapView>>()
            .Refuses(ProblemTypes.InvalidParameter, ProblemTypes.InvalidInput);
        swaps.MapGet("/{id:guid}", FindAsync).WithSummary("Read a swap, with its warnings").IsRead<SwapView>().Refuses(ProblemTypes.UnknownSwap);
        Act(swaps, "accept", SwapAct.Accept, "Accept a swap that I was asked for");
        Act(swaps, "decline", SwapAct.Decline, "Decline a swap that I was asked for");
        Act(swaps, "withdraw", SwapAct.Withdraw, "Withdraw a swap of mine that is not in force yet");
        Act(swaps, "approve", SwapAct.Approve, "Approve an accepted swap, as who may schedule all of its roles");
        Act(swaps, "refuse", SwapAct.Refuse, "Refuse an accepted swap, as who may schedule all of its roles");
    }

    private static void Act(RouteGroupBuilder swaps, string name, SwapAct act, string summary) => swaps
        .MapPost("/{id:guid}/" + name, async (HttpContext context, Guid id, ActOnSwap run, CancellationToken cancellationToken) =>
            (await run.RunAsync(context.Caller(), new SwapId(id), act, cancellationToken)).ToResult())
        .WithSummary(summary).Produces<SwapView>().Changes()
        .Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownSwap, ProblemTypes.SwapDecided, ProblemTypes.SwapNotAccepted, ProblemTypes.SwapBlocked, ProblemTypes.RosterBusy);

    private static async Task<IResult> CoverMyselfAsync(HttpContext context, CoverMyselfRequest body, CoverMyself cover, CancellationToken cancellationToken) =>
        (await cover.RunAsync(context.Caller(), body, cancellationToken)).ToResult();

    private static async Task<IResult> AskAsync(HttpContext context, AskSwapRequest body, AskSwap ask, CancellationToken cancellationToken) =>
        (await ask.RunAsync(context.Caller(), body, cancellationToken)).ToResult(s => $"/api/v1/swaps/{s.Id}");

    private static async Task<IResult> ListAsync(HttpContext context, string? state, bool? mine, ReadSwaps read, CancellationToken cancellationToken) =>
        (await read.ListAsync(context.Caller(), state, mine ?? false, cancellationToken)).ToResult();

    private static async Task<IResult> FindAsync(HttpContext context, Guid id, ReadSwaps read, CancellationToken cancellationToken) =>
        (await read.FindAsync(context.Caller(), new SwapId(id), cancellationToken)).ToResult();
}
