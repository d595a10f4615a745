using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Paging.DryRuns;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/policies</c>.</summary>
internal static class PolicyEndpoints
{
    internal static void MapPolicies(this IEndpointRouteBuilder api)
    {
        var policies = api.MapGroup("/policies").WithTags("Policies");
        policies.MapPut("/{code}", PutAsync).WithSummary("Create or change an escalation policy").IsPut<PolicyView>();
        policies.MapGet("/{code}", FindAsync).WithSummary("Read a policy").IsRead<PolicyView>().Refuses(ProblemTypes.UnknownPolicy);
        policies.MapPost("/dry-run", DryRunAsync).WithSummary("Tell what a page would do if it were sent now and nobody answered; nothing is sent")
            .Produces<DryRunView>().TakesJson().Changes().Refuses(ProblemTypes.Forbidden, ProblemTypes.UnknownRole, ProblemTypes.UnknownPolicy);
        policies.MapGet("", ListAsync).WithSummary("List the policies").IsList<PolicyView>();
    }

    private static async Task<IResult> PutAsync(HttpContext context, string code, PutPolicyRequest body, PutPolicy put, CancellationToken cancellationToken) =>
        BodyCode.Mismatch("code", code, body.Code) is { } mismatch
            ? Problem.From(mismatch)
            : (await put.RunAsync(context.Caller(), body with { Code = code }, cancellationToken)).ToResult(p => "/api/v1/policies/" + Uri.EscapeDataString(p.Code));

    private static async Task<IResult> DryRunAsync(HttpContext context, DryRunRequest body, DryRunPage run, CancellationToken cancellationToken) =>
        (await run.RunAsync(context.Caller(), body, cancellationToken)).ToResult();

    private static async Task<IResult> FindAsync(HttpContext context, string code, ReadPolicies read, CancellationToken cancellationToken) =>
        (await read.FindAsync(context.Caller(), code, cancellationToken)).ToResult();

    private static async Task<IResult> ListAsync(HttpContext context, string? cursor, int? limit, ReadPolicies read, CancellationToken cancellationToken) =>
        (await read.ListAsync(context.Caller(), new ListRequest(cursor, limit), cancellationToken)).ToResult();
}
