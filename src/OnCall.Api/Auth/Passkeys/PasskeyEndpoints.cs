using System.Net.Mime;
using System.Text;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Problems;
using OnCall.Api.Screens.Wording;

namespace OnCall.Api.Auth.Passkeys;

/// <summary>
/// What a screen's script needs for passkeys. Signing in wants no anti-forgery token: an answer of an authenticator fits only the question
/// that the same browser was asked, and says itself which site it is for.
/// </summary>
internal static class PasskeyEndpoints
{
    internal static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var asked = routes.MapGroup("").AddEndpointFilter<ScriptWords>();
        asked.MapPost("/sign-in/passkey/options", AskAsync).AllowAnonymous().ExcludeFromDescription();
        asked.MapPost("/sign-in/passkey", SignInAsync).AllowAnonymous().ExcludeFromDescription();
        asked.MapPost("/api/v1/me/passkeys/options", AskToAddAsync).ExcludeFromDescription();
        asked.MapPost("/api/v1/me/passkeys", AddAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AskAsync(HttpContext context, PasskeySignIn signIn) => Json(await signIn.AskAsync(context));

    private static async Task<IResult> SignInAsync(
        HttpContext context, PasskeySignInRequest body, PasskeySignIn signIn, SignInSteps steps, CancellationToken cancellationToken)
    {
        if (await signIn.CheckAsync(context, body.Credential ?? "", cancellationToken) is not { } proof)
        {
            return TypedResults.Problem(Problem.Details(401, "unknown-passkey", "This passkey is not known here", "Use another one, or sign in with your password."));
        }

        await steps.BeginAsync(context, proof, !body.Own, cancellationToken);
        return TypedResults.Json(new SignedIn(OwnPath.Or(body.To, "/")));
    }

    private static async Task<IResult> AskToAddAsync(HttpContext context, OwnPasskeys own, CancellationToken cancellationToken) =>
        Recent.Person(context) is { } person ? Json(await own.AskAsync(context, person, cancellationToken)) : Problem.From(Recent.SignInAgain);

    private static async Task<IResult> AddAsync(HttpContext context, AddPasskeyRequest body, OwnPasskeys own, CancellationToken cancellationToken) =>
        Recent.Person(context) is { } person ? (await own.AddAsync(context, person, body, cancellationToken)).ToNoContent() : Problem.From(Recent.SignInAgain);

    private static IResult Json(string text) => TypedResults.Content(text, MediaTypeNames.Application.Json, Encoding.UTF8);
}
