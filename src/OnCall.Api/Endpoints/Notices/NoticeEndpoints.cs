using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Domain.Notices;

namespace OnCall.Api.Endpoints.Notices;

/// <summary><c>/api/v1/me/notices</c>: what OnCall has told me that is no page.</summary>
internal static class NoticeEndpoints
{
    internal static void MapNotices(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/me/notices").WithTags("Notices");
        mine.MapGet("", ReadAsync).WithSummary("My notices of the last 30 days, the newest first")
            .WithDescription("Messages to me that are no pages, such as gaps in rosters that I make. Each stands here whether or not it could be sent.")
            .Produces<ListOf<NoticeView>>().Refuses(ProblemTypes.Forbidden);
        mine.MapPost("/{id:guid}/seen", SeeAsync).WithSummary("Tell that I have seen a notice").Produces(204).Changes()
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownNotice);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, ReadNotices read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> SeeAsync(HttpContext context, Guid id, SeeNotice see, CancellationToken cancellationToken) =>
        (await see.RunAsync(context.Caller(), new NoticeId(id), cancellationToken)).ToNoContent();
}
