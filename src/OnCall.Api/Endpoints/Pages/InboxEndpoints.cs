using System.Net.ServerSentEvents;
using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Api.Streams;
using OnCall.Application.Paging;
using OnCall.Domain.Access;

namespace OnCall.Api.Endpoints.Pages;

/// <summary>What is mine now, and what the desk watches: once, or live as server-sent events.</summary>
internal static class InboxEndpoints
{
    internal static void MapInbox(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me/inbox", InboxAsync).WithTags("Inbox").WithSummary("Pages that ask me, and those that I took").Produces<PageList>().Refuses(ProblemTypes.Forbidden);
        api.MapGet("/me/inbox/stream", FollowInbox).WithTags("Inbox")
            .WithSummary("My inbox, live").WithDescription("Events: snapshot, with the whole inbox, at the start and after each change. While it is open, the inbox counts as a way to reach its owner.")
            .Produces<string>(200, "text/event-stream").Refuses(ProblemTypes.Forbidden);
        api.MapGet("/board/stream", FollowBoard).WithTags("Board")
            .WithSummary("The board, live").WithDescription("Events: snapshot, with every open page that the caller may see, at the start; alarms, with every alarm about OnCall itself that stands and whether the board rings, at the start and when they change; page on every change of a page; alive, with the server's time, after them and at least every 4 s. The id of an event stands for all that was told before it: sent again as Last-Event-ID, or as after in the query, the stream begins with what has changed since, on any node, and sends the snapshot only where that is too much or not known.")
            .Produces<string>(200, "text/event-stream").Refuses(ProblemTypes.Forbidden);
    }

    private static async Task<IResult> InboxAsync(HttpContext context, ReadInbox inbox, CancellationToken cancellationToken) =>
        (await inbox.RunAsync(context.Caller(), cancellationToken)).ToResult();

    private static IResult FollowInbox(HttpContext context, InboxStream stream, LiveSignIn signIn, CancellationToken cancellationToken) =>
        context.Caller() is { Person: not null } owner
            ? Stream(context, stream.FollowAsync(new LiveCaller(signIn, context.User, present: false), owner, cancellationToken))
            : Problem.From(ReadInbox.NotForCaller);

    private static IResult FollowBoard(HttpContext context, BoardStream stream, LiveSignIn signIn, CancellationToken cancellationToken) =>
        context.Caller() is var watcher && ReadBoard.IsFor(watcher)
            ? Stream(context, stream.FollowAsync(new LiveCaller(signIn, context.User, present: true), watcher, LastEvent(context), cancellationToken))
            : Problem.From(ReadBoard.NotForCaller);

    // Newer than what stands in the address: a browser asks for the same address again. What is no number begins anew, and is no mistake.
    private static string? LastEvent(HttpContext context) =>
        context.Request.Headers["Last-Event-ID"].FirstOrDefault(id => !string.IsNullOrEmpty(id)) ?? context.Request.Query["after"].FirstOrDefault();

    private static IResult Stream(HttpContext context, IAsyncEnumerable<SseItem<object>> events) =>
        TypedResults.ServerSentEvents(context.RequestServices.GetRequiredService<UntilTheNodeStops>().FollowAsync(events));
}
