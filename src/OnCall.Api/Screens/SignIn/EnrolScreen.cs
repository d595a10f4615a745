using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Auth.SecondFactor;
using OnCall.Application;
using OnCall.Application.Access.Accounts;

namespace OnCall.Api.Screens.SignIn;

/// <summary>Sets up an authenticator, for somebody who is signed in.</summary>
internal sealed class EnrolScreen(IAccountStore accounts, Authenticator authenticator, SealedCookie<PendingEnrolment> carried) : Screen
{
    internal AuthenticatorPicture? Picture { get; private set; }

    /// <summary>Told this once; null until it is done.</summary>
    internal IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Recent.Person(HttpContext) is not { } me || await accounts.FindAsync(me, cancellationToken) is not { SecondFactor: false } account)
        {
            return LocalRedirect("/account");
        }

        var secret = Authenticator.NewSecret();
        carried.Write(HttpContext, new PendingEnrolment(me.Value, account.Version, secret));
        Picture = AuthenticatorPicture.Of(secret, account);
        return Page();
    }

    public override IActionResult OnPost() => LocalRedirect("/account");

    public async Task<IActionResult> OnPostTryAsync([FromForm] string? code, CancellationToken cancellationToken)
    {
        if (Recent.Person(HttpContext) is not { } me
            || carried.Read(HttpContext) is not { } waiting || waiting.Person != me.Value
            || await accounts.FindAsync(me, cancellationToken) is not { SecondFactor: false } account
            || account.Version != waiting.Version)
        {
            return LocalRedirect("/account");
        }

        RecoveryCodes = await authenticator.EnrolAsync(account, waiting.Secret, code ?? "", cancellationToken);
        if (RecoveryCodes is null)
        {
            Picture = AuthenticatorPicture.Of(waiting.Secret, account);
            return Again(Refusal.Invalid(new InputProblem("code", T["This code is wrong. Wait for the next one, and see that the phone's clock is right."])));
        }

        carried.Delete(HttpContext);
        return Page();
    }
}
