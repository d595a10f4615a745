using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Auth.SecondFactor;

namespace OnCall.Api.Screens.SignIn;

/// <summary>Sets up an authenticator while signing in, where the house wants a second factor and there is none.</summary>
internal sealed class AuthenticatorScreen(SignInSteps steps, Authenticator authenticator) : OpenFormScreen
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    internal AuthenticatorPicture? Picture { get; private set; }

    /// <summary>Told this once; null until it is done.</summary>
    internal IReadOnlyList<string>? RecoveryCodes { get; private set; }

    internal string To { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await steps.WaitingAsync(HttpContext, cancellationToken) is not { Pending.Secret: { } secret } waiting)
        {
            return LocalRedirect("/sign-in");
        }

        Picture = AuthenticatorPicture.Of(secret, waiting.Account);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await steps.WaitingAsync(HttpContext, cancellationToken) is not { Pending.Secret: { } secret } waiting || waiting.Account.SecondFactor)
        {
            return LocalRedirect("/sign-in");
        }

        if (await authenticator.EnrolAsync(waiting.Account, secret, Code ?? "", cancellationToken) is not { } codes)
        {
            Picture = AuthenticatorPicture.Of(secret, waiting.Account);
            return Refuse(T["This code is wrong. Wait for the next one, and see that the phone's clock is right."]);
        }

        await steps.FinishAsync(HttpContext, waiting.Pending, waiting.Account, cancellationToken);
        (RecoveryCodes, To) = (codes, OwnPath.Or(waiting.Pending.To, "/"));
        return Page();
    }
}
