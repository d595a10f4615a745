using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Api.Problems;
using OnCall.Application.Access;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Api.Endpoints.Directory;

/// <summary><c>/api/v1/keys</c>.</summary>
internal static class KeyEndpoints
{
    internal static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys").Changes().Refuses(ProblemTypes.Forbidden);
        api.MapGroup("/keys").WithTags("Keys").MapGet("", ListAsync).WithSummary("List keys, never their secrets")
            .WithDescription("One's own, those of the people whom the caller administers or audits, and for administrators and auditors of the whole hospital those of systems. Also those that have ended.")
            .IsList<KeyView>();
        keys.MapPost("", CreateAsync).WithSummary("Make a key; it is told this once").Produces<CreatedKey>(201).TakesJson()
            .WithDescription("Whoever makes a key for somebody else could act as them. So the person is told of it, and the key ends as soon as the person may more than its maker could give. A key that is made for oneself by a key ends with that one, at the latest.")
            .Refuses(ProblemTypes.InactivePerson);
        keys.MapDelete("/{id:guid}", RevokeAsync).WithSummary("Revoke a key").Produces(204).Refuses(ProblemTypes.UnknownKey);
    }

    private static async Task<IResult> ListAsync(HttpContext context, string? cursor, int? limit, ReadKeys read, CancellationToken cancellationToken) =>
        (await read.RunAsync(context.Caller(), new ListRequest(cursor, limit), cancellationToken)).ToResult();

    // A key for oneself is another way to sign in.
    private static async Task<IResult> CreateAsync(HttpContext context, CreateKeyRequest body, CreateKey create, CancellationToken cancellationToken) =>
        CreateKey.IsForSelf(context.Caller(), body) && context.Caller().Shown is null && Recent.Person(context) is null
            ? Problem.From(Recent.SignInAgain)
            : (await create.RunAsync(context.Caller(), body, cancellationToken)).ToResult(k => "/api/v1/keys/" + k.Id);

    private static async Task<IResult> RevokeAsync(HttpContext context, Guid id, RevokeKey revoke, CancellationToken cancellationToken) =>
        (await revoke.RunAsync(context.Caller(), new ApiKeyId(id), cancellationToken)).ToNoContent();
}
