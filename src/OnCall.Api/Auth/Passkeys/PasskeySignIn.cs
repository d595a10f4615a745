using Microsoft.AspNetCore.Identity;
using OnCall.Api.Auth.Accounts;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Passkeys;

/// <summary>Signs in by passkey (WebAuthn): the browser asks the device, the device asks the person.</summary>
internal sealed class PasskeySignIn(
    IPasskeyHandler<AccountUser> handler, UserManager<AccountUser> users, SealedCookie<PasskeyState> state, PasskeyRefusal refusal)
{
    /// <summary>What the browser is to ask its devices for, as <c>navigator.credentials.get</c> takes it. For any person: nobody is named.</summary>
    public async Task<string> AskAsync(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        state.Write(context, new PasskeyState(asked.AssertionState));
        return asked.RequestOptionsJson;
    }

    /// <summary>Null when the answer proves nothing; that is audited where the passkey is somebody's.</summary>
    public async Task<Proof?> CheckAsync(HttpContext context, string credential)
    {
        if (state.Read(context) is not { } asked)
        {
            return null;
        }

        state.Delete(context);
        var result = await PerformAsync(context, credential, asked);
        if (result is not { Succeeded: true, User.Account.Active: true } || !result.Passkey.IsUserVerified)
        {
            await refusal.WriteAsync(credential, result?.User?.Account, context.RequestAborted);
            return null;
        }

        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return new Proof(result.User.Account, SignInWay.Passkey);
    }

    private async Task<PasskeyAssertionResult<AccountUser>?> PerformAsync(HttpContext context, string credential, PasskeyState asked)
    {
        try
        {
            return await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = asked.Text });
        }
        catch (Exception error) when (error is ArgumentException or FormatException or System.Text.Json.JsonException)
        {
            // Not from a browser.
            return null;
        }
    }
}
