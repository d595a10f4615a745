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
            .WithSummary("The board, live").WithDescription("Events: snapshot, with every open page that the caller may see, at the start; alarms, with every alarm about OnCall itself that stands and whether the board rings, at the start and when they change; page on every change of a page.")
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
            ? Stream(context, stream.FollowAsync(new LiveCaller(signIn, context.User, present: true), watcher, cancellationToken))
            : Problem.From(ReadBoard.NotForCaller);

    private static IResult Stream(HttpContext context, IAsyncEnumerable<SseItem<object>> events) =>
        TypedResults.ServerSentEvents(context.RequestServices.GetRequiredService<UntilTheNodeStops>().FollowAsync(events));
}
