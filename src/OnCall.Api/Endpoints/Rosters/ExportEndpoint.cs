using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Export;

namespace OnCall.Api.Endpoints.Rosters;

/// <summary><c>GET /api/v1/rosters/export</c>.</summary>
internal static class ExportEndpoint
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static void MapExport(this IEndpointRouteBuilder api) =>
        api.MapGet("/rosters/export", ExportAsync).WithTags("Rosters").WithSummary("Export the shifts in force as a roster file, without covers")
            .WithDescription($"Uploaded again with the zone of the header {ExportResult.ZoneHeader} as its timeZone, the file changes nothing.")
            .Produces<string>(200, "text/csv", Workbook)
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRole, ProblemTypes.InvalidInput);

    private static async Task<IResult> ExportAsync(
        HttpContext context, string? format, string? orgUnit, string? role, string? from, string? to, ExportRoster export, CancellationToken cancellationToken)
    {
        var answer = await export.RunAsync(context.Caller(), new RosterQuery(orgUnit, role, from, to), format, cancellationToken);
        return answer.Ok ? new ExportResult(answer.Value) : Problem.From(answer.Refusal);
    }
}
