using Microsoft.AspNetCore.Identity;
using NodaTime;
using OnCall.Api.Auth.Accounts;
using OnCall.Application.Access.Accounts;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Passkeys;

/// <summary>Signs in by passkey (WebAuthn): the browser asks the device, the device asks the person.</summary>
internal sealed class PasskeySignIn(
    IPasskeyHandler<AccountUser> handler, UserManager<AccountUser> users, IPasskeyStore passkeys, SealedCookie<PasskeyState> state, PasskeyRefusal refusal,
    IClock clock)
{
    /// <summary>What the browser is to ask its devices for, as <c>navigator.credentials.get</c> takes it. For any person: nobody is named.</summary>
    public async Task<string> AskAsync(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        state.Write(context, new PasskeyState(asked.AssertionState, clock.GetCurrentInstant().ToUnixTimeMilliseconds()));
        return asked.RequestOptionsJson;
    }

    /// <summary>Null when the answer proves nothing; that is audited where the passkey is somebody's.</summary>
    public async Task<Proof?> CheckAsync(HttpContext context, string credential, CancellationToken cancellationToken)
    {
        if (state.Read(context) is not { } asked)
        {
            return null;
        }

        state.Delete(context);
        var result = await PerformAsync(context, credential, asked);
        if (result is not { Succeeded: true, User.Account.Active: true } || !result.Passkey.IsUserVerified)
        {
            await refusal.WriteAsync(credential, result?.User?.Account, cancellationToken);
            return null;
        }

        // Each question is answered once: what was asked before the last answer is over.
        if (!await passkeys.UseAsync(result.Passkey.CredentialId, Instant.FromUnixTimeMilliseconds(asked.At), clock.GetCurrentInstant(), cancellationToken))
        {
            await refusal.WriteAsync(credential, result.User.Account, cancellationToken);
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
