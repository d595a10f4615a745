using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Search;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/roles/search</c> and <c>/api/v1/me/favourite-roles</c>.</summary>
internal static class FavouriteRoleEndpoints
{
    internal static void MapRoleSearch(this IEndpointRouteBuilder api)
    {
        api.MapGet("/roles/search", SearchAsync).WithTags("Roles").WithSummary("Find roles while their name is typed, with who is on")
            .WithDescription("Every word of q stands in the role's name, code, an alias or its unit. What is called just so stands first, then one's favourites, then what one paged within 30 days.")
            .IsRead<FoundRoles>().Refuses(ProblemTypes.InvalidInput);
        var mine = api.MapGroup("/me/favourite-roles").WithTags("Roles");
        mine.MapGet("", ReadAsync).WithSummary("List my favourite roles").IsRead<ListOf<RoleName>>();
        mine.MapPut("/{**role}", AddAsync).WithSummary("Mark a role as a favourite").IsRead<ListOf<RoleName>>().Changes()
            .Refuses(ProblemTypes.UnknownRole, ProblemTypes.TooManyFavourites);
        mine.MapDelete("/{**role}", RemoveAsync).WithSummary("Take the mark off a role").IsRead<ListOf<RoleName>>().Changes().Refuses(ProblemTypes.UnknownRole);
    }

    private static async Task<IResult> SearchAsync(HttpContext context, string? q, SearchRoles search, CancellationToken cancellationToken) =>
        (await search.RunAsync(context.Caller(), q, cancellationToken)).ToResult();

    private static async Task<IResult> ReadAsync(HttpContext context, FavouriteRoles use, CancellationToken cancellationToken) =>
        (await use.ReadAsync(context.Caller(), cancellationToken)).ToResult();

    private static async Task<IResult> AddAsync(HttpContext context, string role, FavouriteRoles use, CancellationToken cancellationToken) =>
        (await use.AddAsync(context.Caller(), RoleInPath.Read(role), cancellationToken)).ToResult();

    private static async Task<IResult> RemoveAsync(HttpContext context, string role, FavouriteRoles use, CancellationToken cancellationToken) =>
        (await use.RemoveAsync(context.Caller(), RoleInPath.Read(role), cancellationToken)).ToResult();
}
