using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Audit;
using OnCall.Application.Directory;

namespace OnCall.Api.Endpoints.Audit;

/// <summary>The audit trail: find, export, check.</summary>
internal static class AuditEndpoints
{
    internal static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", SearchAsync).WithTags("Audit").WithSummary("Find entries of the audit trail, the newest first")
            .WithDescription("For auditors and administrators of the whole hospital. Each search is an entry itself.")
            .Produces<ListOf<AuditEntryView>>().Refuses(ProblemTypes.Forbidden, ProblemTypes.InvalidInput);
        api.MapGet("/audit.csv", ExportAsync).WithTags("Audit").WithSummary("Export entries of the audit trail, the newest first")
            .WithDescription("All that a search would find. Each export is an entry itself.")
            .Produces<string>(200, "text/csv").Refuses(ProblemTypes.Forbidden, ProblemTypes.InvalidInput);
        api.MapPost("/audit/verify", VerifyAsync).WithTags("Audit").WithSummary("Check the audit trail: every seal, every entry, every anchor")
            .WithDescription("Reads the whole of it. Each check is an entry itself.")
            .Produces<AuditVerdictView>().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.AnchorsUnreadable);
    }

    private static async Task<IResult> SearchAsync(
        HttpContext context, SearchAudit search, string? from, string? to, string? actor, string? action, string? subject, string? text, string? cursor,
        CancellationToken cancellationToken) =>
        (await search.RunAsync(context.Caller(), new AuditRequest(from, to, actor, action, subject, text, cursor), cancellationToken)).ToResult();

    private static async Task<IResult> ExportAsync(
        HttpContext context, ExportAudit export, string? from, string? to, string? actor, string? action, string? subject, string? text, string? cursor,
        CancellationToken cancellationToken)
    {
        var answer = await export.RunAsync(context.Caller(), new AuditRequest(from, to, actor, action, subject, text, cursor), cancellationToken);
        return answer.Ok ? new AuditCsvResult(answer.Value) : Problem.From(answer.Refusal);
    }

    private static async Task<IResult> VerifyAsync(HttpContext context, VerifyAudit verify, CancellationToken cancellationToken) =>
        (await verify.RunAsync(context.Caller(), cancellationToken)).ToResult();
}
