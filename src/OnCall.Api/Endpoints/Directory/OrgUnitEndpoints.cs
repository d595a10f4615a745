using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Holidays;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/org-units</c>.</summary>
internal static class OrgUnitEndpoints
{
    internal static void MapOrgUnits(this IEndpointRouteBuilder api)
    {
        var units = api.MapGroup("/org-units").WithTags("Org units");
        units.MapPut("/{code}", PutAsync).WithSummary("Create or change a unit").IsPut<OrgUnitView>();
        units.MapGet("/{code}", FindAsync).WithSummary("Read a unit").IsRead<OrgUnitView>().Refuses(ProblemTypes.UnknownOrgUnit);
        units.MapPut("/{code}/holidays", PutHolidaysAsync).WithSummary("Replace the holidays of a unit")
            .Produces<HolidaysView>(StatusCodes.Status200OK).TakesJson().Changes()
            .Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownOrgUnit, ProblemTypes.ChangedMeanwhile);
        units.MapGet("/{code}/holidays", HolidaysAsync).WithSummary("Read the holidays of a unit, its own and those of the units above it")
            .IsRead<HolidaysView>().Refuses(ProblemTypes.UnknownOrgUnit);
        units.MapGet("", ListAsync).WithSummary("List the units").IsList<OrgUnitView>();
    }

    private static async Task<IResult> PutAsync(HttpContext context, string code, PutOrgUnitRequest body, PutOrgUnit put, CancellationToken cancellationToken) =>
        BodyCode.Mismatch("code", code, body.Code) is { } mismatch
            ? Problem.From(mismatch)
            : (await put.RunAsync(context.Caller(), body with { Code = code }, cancellationToken)).ToResult(u => "/api/v1/org-units/" + Uri.EscapeDataString(u.Code));

    private static async Task<IResult> FindAsync(HttpContext context, string code, ReadOrgUnits read, CancellationToken cancellationToken) =>
        (await read.FindAsync(context.Caller(), code, cancellationToken)).ToResult();

    private static async Task<IResult> PutHolidaysAsync(HttpContext context, string code, PutHolidaysRequest body, PutHolidays put, CancellationToken cancellationToken) =>
        (await put.RunAsync(context.Caller(), code, body, cancellationToken)).ToResult();

    private static async Task<IResult> HolidaysAsync(HttpContext context, string code, ReadHolidays read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), code, cancellationToken)).ToResult();

    private static async Task<IResult> ListAsync(HttpContext context, string? cursor, int? limit, ReadOrgUnits read, CancellationToken cancellationToken) =>
        (await read.ListAsync(context.Caller(), new ListRequest(cursor, limit), cancellationToken)).ToResult();
}
