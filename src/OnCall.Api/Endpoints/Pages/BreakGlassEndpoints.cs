using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Limits;
using OnCall.Api.Problems;
using OnCall.Application.Access.BreakGlass;
using OnCall.Application.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Api.Endpoints.Pages;

/// <summary>Reading a page that one has no part in, in the open.</summary>
internal static class BreakGlassEndpoints
{
    internal static void MapBreakGlass(this IEndpointRouteBuilder api)
    {
        var glass = api.MapGroup("/pages/{id:guid}/break-glass").WithTags("Pages").Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownPage);
        glass.MapPost("", BreakAsync).WithSummary("Read a page that one has no part in, for an hour")
            .WithDescription("For staff, signed in as themselves. The auditors and administrators of its role are told at once. It lets nobody acknowledge, write or steer.")
            .Produces<BrokenGlassView>(201).TakesJson().Changes().NeverLimited().Refuses(ProblemTypes.MayReadAlready);
        glass.MapGet("", ListAsync).WithSummary("List who read a page so, and why").WithDescription("For its auditors and administrators.")
            .Produces<ListOf<BrokenGlassView>>();
    }

    private static async Task<IResult> BreakAsync(HttpContext context, BreakGlassOnPage use, Guid id, BreakGlassRequest request, CancellationToken cancellationToken) =>
        (await use.RunAsync(context.Caller(), new PageId(id), request, cancellationToken)).ToResult(_ => $"/api/v1/pages/{id}");

    private static async Task<IResult> ListAsync(HttpContext context, ReadBrokenGlass use, Guid id, CancellationToken cancellationToken) =>
        (await use.RunAsync(context.Caller(), new PageId(id), cancellationToken)).ToResult();
}
