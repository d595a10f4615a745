using Microsoft.Extensions.Options;
using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Api.Settings;
using OnCall.Application;
using OnCall.Application.Rosters.Feeds;

namespace OnCall.Api.Endpoints.Feeds;

/// <summary>Private calendar feeds: <c>/feeds/{token}.ics</c>, and under <c>/api/v1/me</c> what makes and ends them.</summary>
internal static class FeedEndpoints
{
    private const string Once = "The address is the secret: whoever has it reads the feed. It is told this once; asked for again, the old one ends at once.";

    /// <summary>Calendars send no key: the token is the proof.</summary>
    internal static void MapFeeds(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/feeds/{token}.ics", ReadAsync).AllowAnonymous().WithTags("Feeds").WithSummary("Subscribe to shifts as a calendar")
            .WithDescription("Shifts with covers laid over them, from 31 days back to 400 days ahead. Its ETag stays the same until something in it changes.")
            .Produces<string>(200, FeedResult.ContentType).Produces(304)
            .Refuses(ProblemTypes.UnknownFeed, ProblemTypes.Unexpected);

    internal static void MapMyFeeds(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me").WithTags("Feeds").Changes().Refuses(ProblemTypes.Forbidden);
        mine.MapPost("/feed", RenewAsync).WithSummary("Make or renew the calendar feed of my own shifts").WithDescription(Once).Produces<FeedLink>(201);
        mine.MapDelete("/feed", RevokeAsync).WithSummary("End the calendar feed of my own shifts").Produces(204).Refuses(ProblemTypes.UnknownFeed);
        mine.MapPost("/role-feeds", RenewOfRoleAsync).WithSummary("Make or renew a calendar feed of a role's shifts, for me").WithDescription(Once)
            .Produces<FeedLink>(201).TakesJson().Refuses(ProblemTypes.UnknownRole);
        mine.MapDelete("/role-feeds", RevokeOfRoleAsync).WithSummary("End my calendar feed of a role's shifts")
            .Produces(204).Refuses(ProblemTypes.UnknownFeed, ProblemTypes.UnknownRole, ProblemTypes.InvalidInput);
    }

    private static async Task<IResult> ReadAsync(string token, ReadFeed read, CancellationToken cancellationToken)
    {
        var answer = await read.RunAsync(token, cancellationToken);
        return answer.Ok ? new FeedResult(answer.Value) : Problem.From(answer.Refusal);
    }

    private static async Task<IResult> RenewAsync(HttpContext context, RenewFeed renew, IOptions<OnCallOptions> options, CancellationToken cancellationToken) =>
        Told(context, options.Value, await renew.OwnAsync(context.Caller(), cancellationToken));

    private static async Task<IResult> RenewOfRoleAsync(
        HttpContext context, RoleFeedBody body, RenewFeed renew, IOptions<OnCallOptions> options, CancellationToken cancellationToken) =>
        Told(context, options.Value, await renew.OfRoleAsync(context.Caller(), body.Role, cancellationToken));

    private static async Task<IResult> RevokeAsync(HttpContext context, RevokeFeed revoke, CancellationToken cancellationToken) =>
        (await revoke.OwnAsync(context.Caller(), cancellationToken)).ToNoContent();

    private static async Task<IResult> RevokeOfRoleAsync(HttpContext context, string? role, RevokeFeed revoke, CancellationToken cancellationToken) =>
        (await revoke.OfRoleAsync(context.Caller(), role, cancellationToken)).ToNoContent();

    private static IResult Told(HttpContext context, OnCallOptions options, Answer<string> token)
    {
        if (!token.Ok)
        {
            return Problem.From(token.Refusal);
        }

        // No Location: what passes an answer on may write its headers down.
        return TypedResults.Created((string?)null, FeedLink.Of(context, options, token.Value));
    }
}
