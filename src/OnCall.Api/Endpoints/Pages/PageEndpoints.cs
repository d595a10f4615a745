using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Limits;
using OnCall.Api.Problems;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Endpoints.Pages;

/// <summary>Send a page, read it, answer it, steer it.</summary>
internal static class PageEndpoints
{
    internal static void MapPages(this IEndpointRouteBuilder api)
    {
        var pages = api.MapGroup("/pages").WithTags("Pages");
        pages.MapPost("", SendAsync)
            .WithSummary("Page a role")
            .WithDescription("The Idempotency-Key makes repeating safe: the same key answers the same page, as it is now, for 7 days.")
            .Produces<PageView>(201).Produces<PageView>()
            .TakesJson().Changes().NeverLimited().Refuses(ProblemTypes.KeyMissing, ProblemTypes.UnknownRole, ProblemTypes.KeyReused, ProblemTypes.Busy, ProblemTypes.TooManyRoutinePages);
        pages.MapGet("", ListAsync).WithSummary("List pages, newest first").Produces<PageList>().Refuses(ProblemTypes.InvalidInput, ProblemTypes.UnknownRole);
        pages.MapGet("/{id:guid}", ReadAsync).WithSummary("Read a page with its trail").Produces<PageView>().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownPage);
        pages.MapPost("/{id:guid}/messages", MessageAsync).WithSummary("Write in its thread").Produces<PageView>()
            .TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownPage);
        MapMoves(pages);
    }

    private static void MapMoves(IEndpointRouteBuilder pages)
    {
        Move(pages.MapPost("/{id:guid}/acknowledge", AcknowledgeAsync), "Take the page").TakesJson()
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.NotAResponder, ProblemTypes.AlreadyAcknowledged, ProblemTypes.HandedOver, ProblemTypes.ReadBackNeeded);
        Move(pages.MapPost("/{id:guid}/decline", DeclineAsync), "Pass it on to the next step").TakesJson()
            .Refuses(ProblemTypes.NotAResponder, ProblemTypes.AlreadyAcknowledged, ProblemTypes.HandedOver);
        Move(pages.MapPost("/{id:guid}/escalate", EscalateAsync), "Run the next step now").Refuses(ProblemTypes.Forbidden, ProblemTypes.AlreadyAcknowledged);
        Move(pages.MapPost("/{id:guid}/take-over", TakeOverAsync), "A dispatcher takes it in hand for a short while").Refuses(ProblemTypes.Forbidden, ProblemTypes.AlreadyAcknowledged);
        Move(pages.MapPost("/{id:guid}/reroute", RerouteAsync), "Pass it on to another role").TakesJson().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRole);
        Move(pages.MapPost("/{id:guid}/resolve", ResolveAsync), "Close it with an outcome").TakesJson().Refuses(ProblemTypes.Forbidden, ProblemTypes.NotAcknowledged);
        Move(pages.MapPost("/{id:guid}/cancel", CancelAsync), "Withdraw it").TakesJson().Refuses(ProblemTypes.Forbidden);
    }

    private static RouteHandlerBuilder Move(RouteHandlerBuilder endpoint, string summary) => endpoint
        .WithSummary(summary).Produces<PageView>().Changes().NeverLimited().Refuses(ProblemTypes.UnknownPage, ProblemTypes.PageClosed, ProblemTypes.Busy);

    private static async Task<IResult> SendAsync(
        HttpContext context, SendAndShowPage send, RoutinePages routine, SendPageRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, CancellationToken cancellationToken) =>
        routine.Check(context, request.Urgency) is { } refused ? Problem.From(refused) : (await send.RunAsync(context.Caller(), key, request, cancellationToken)).ToResult(p => $"/api/v1/pages/{p.Id}");

    private static async Task<IResult> ListAsync(
        HttpContext context, ListPages list, string? state, string? atDesk, string? urgency, string? role, string? cursor, CancellationToken cancellationToken) =>
        (await list.RunAsync(context.Caller(), new ListPagesRequest(state, urgency, role, cursor, atDesk), cancellationToken)).ToResult();

    private static async Task<IResult> ReadAsync(HttpContext context, ReadPage read, Guid id, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), new PageId(id), cancellationToken)).ToResult();

    private static async Task<IResult> AcknowledgeAsync(
        HttpContext context, AcknowledgePage acknowledge, Guid id, AcknowledgeRequest? request, CancellationToken cancellationToken) =>
        (await acknowledge.RunAsync(context.Caller(), new PageId(id), request ?? new AcknowledgeRequest(), cancellationToken)).ToResult();

    private static async Task<IResult> DeclineAsync(HttpContext context, DeclinePage decline, Guid id, DeclineBody? body, CancellationToken cancellationToken) =>
        (await decline.RunAsync(context.Caller(), new PageId(id), body?.Reply, cancellationToken)).ToResult();

    private static async Task<IResult> EscalateAsync(HttpContext context, EscalatePage escalate, Guid id, CancellationToken cancellationToken) =>
        (await escalate.RunAsync(context.Caller(), new PageId(id), cancellationToken)).ToResult();

    private static async Task<IResult> TakeOverAsync(HttpContext context, TakeOverPage takeOver, Guid id, CancellationToken cancellationToken) =>
        (await takeOver.RunAsync(context.Caller(), new PageId(id), cancellationToken)).ToResult();

    private static async Task<IResult> RerouteAsync(HttpContext context, ReroutePage reroute, Guid id, RerouteBody body, CancellationToken cancellationToken) =>
        (await reroute.RunAsync(context.Caller(), new PageId(id), body.Role, cancellationToken)).ToResult();

    private static async Task<IResult> ResolveAsync(HttpContext context, ResolvePage resolve, Guid id, ResolveBody body, CancellationToken cancellationToken) =>
        (await resolve.RunAsync(context.Caller(), new PageId(id), body.Outcome, cancellationToken)).ToResult();

    private static async Task<IResult> CancelAsync(HttpContext context, CancelPage cancel, Guid id, CancelBody? body, CancellationToken cancellationToken) =>
        (await cancel.RunAsync(context.Caller(), new PageId(id), body?.Reason, cancellationToken)).ToResult();

    private static async Task<IResult> MessageAsync(HttpContext context, AddPageMessage add, Guid id, MessageBody body, CancellationToken cancellationToken) =>
        (await add.RunAsync(context.Caller(), new PageId(id), body.Body, cancellationToken)).ToResult();
}
