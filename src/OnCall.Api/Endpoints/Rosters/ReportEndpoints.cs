using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Endpoints.Directory;
using OnCall.Api.Problems;
using OnCall.Application.Rosters.Reports;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>/api/v1/rosters/report</c>.</summary>
internal static class ReportEndpoints
{
    internal static void MapReports(this IEndpointRouteBuilder api) => api
        .MapGet("/rosters/report", ReadAsync).WithTags("Rosters").WithSummary("Coverage and fairness: gaps, nights and weekends, how soon pages were answered")
        .WithDescription("Of the roles that I schedule, administer or audit; at most 93 days. Pages count while they are kept.")
        .IsRead<CoverageReport>().Refuses(ProblemTypes.InvalidInput);

    private static async Task<IResult> ReadAsync(HttpContext context, string? orgUnit, string? from, string? to, ReadCoverageReport read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), orgUnit, from, to, cancellationToken)).ToResult();
}
