using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Directory;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/roles</c>. A role's code may hold slashes, so that it takes the rest of the path; fixed paths such as <c>resolve</c> go first.</summary>
internal static class RoleEndpoints
{
    internal static void MapRoles(this IEndpointRouteBuilder api)
    {
        var roles = api.MapGroup("/roles").WithTags("Roles");
        roles.MapPut("/{**code}", PutAsync).WithSummary("Create or change a role").IsPut<RoleView>().Refuses(ProblemTypes.RoleAddressTaken);
        roles.MapGet("/{**code}", FindAsync).WithSummary("Read a role").IsRead<RoleView>().Refuses(ProblemTypes.UnknownRole);
        roles.MapGet("", ListAsync).WithSummary("List the roles").IsList<RoleView>();
    }

    private static async Task<IResult> PutAsync(HttpContext context, string code, PutRoleRequest body, PutRole put, CancellationToken cancellationToken) =>
        BodyCode.Mismatch("code", RoleInPath.Read(code), body.Code) is { } mismatch
            ? Problem.From(mismatch)
            : (await put.RunAsync(context.Caller(), body with { Code = RoleInPath.Read(code) }, cancellationToken)).ToResult(r => RoleInPath.Of(r.Code));

    private static async Task<IResult> FindAsync(HttpContext context, string code, ReadRoles read, CancellationToken cancellationToken) =>
        (await read.FindAsync(context.Caller(), RoleInPath.Read(code), cancellationToken)).ToResult();

    private static async Task<IResult> ListAsync(HttpContext context, string? cursor, int? limit, ReadRoles read, CancellationToken cancellationToken) =>
        (await read.ListAsync(context.Caller(), new ListRequest(cursor, limit), cancellationToken)).ToResult();
}
