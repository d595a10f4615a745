using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Access;
using OnCall.Domain.Access;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/keys</c>.</summary>
internal static class KeyEndpoints
{
    internal static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys").Changes().Refuses(ProblemTypes.Forbidden);
        keys.MapPost("", CreateAsync).WithSummary("Make a key; it is told this once").Produces<CreatedKey>(201).TakesJson()
            .WithDescription("Whoever makes a key for somebody else could act as them. So the person is told of it, and the key ends as soon as the person may more than its maker could give.")
            .Refuses(ProblemTypes.InactivePerson);
        keys.MapDelete("/{id:guid}", RevokeAsync).WithSummary("Revoke a key").Produces(204).Refuses(ProblemTypes.UnknownKey);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, CreateKeyRequest body, CreateKey create, CancellationToken cancellationToken) =>
        (await create.RunAsync(context.Caller(), body, cancellationToken)).ToResult(k => "/api/v1/keys/" + k.Id);

    private static async Task<IResult> RevokeAsync(HttpContext context, Guid id, RevokeKey revoke, CancellationToken cancellationToken) =>
        (await revoke.RunAsync(context.Caller(), new ApiKeyId(id), cancellationToken)).ToNoContent();
}
