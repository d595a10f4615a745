using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Alarms;
using OnCall.Application.Directory;

namespace OnCall.Api.Endpoints.Alarms;

/// <summary>What is wrong with OnCall itself.</summary>
internal static class AlarmEndpoints
{
    internal static void MapAlarms(this IEndpointRouteBuilder api) => api.MapGet("/alarms", ListAsync).WithTags("Board")
        .WithSummary("Alarms about OnCall itself, the worst first")
        .WithDescription("Those that stand; with state=cleared the latest that are over. For dispatchers and administrators.")
        .Produces<ListOf<AlarmView>>().Refuses(ProblemTypes.Forbidden, ProblemTypes.InvalidInput);

    private static async Task<IResult> ListAsync(HttpContext context, ReadAlarms read, string? state, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), state, cancellationToken)).ToResult();
}
