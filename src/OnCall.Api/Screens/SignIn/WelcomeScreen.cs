using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Auth.SecondFactor;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Invitations;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Api.Screens.SignIn;

/// <summary>Where an invitation leads: the person sets their password, once.</summary>
internal sealed class WelcomeScreen(
    IInvitationStore invitations, IAccountStore accounts, Passwords passwords, Authenticator authenticator, SignInSteps steps, IClock clock) : OpenFormScreen
{
    private string Over => T["This invitation was used, has ended, or never was. Ask an administrator for a new one."];

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Of the authenticator, or a recovery code, from whoever has one.</summary>
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    /// <summary>Null when the invitation is worth nothing.</summary>
    internal Account? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await InvitedAsync(cancellationToken) is null ? Refuse(Over, StatusCodes.Status404NotFound) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await InvitedAsync(cancellationToken) is not { } person)
        {
            return Refuse(Over, StatusCodes.Status404NotFound);
        }

        if (PasswordRules.Check(Account!.EmployeeNo, Account.Name, Password ?? "") is { } why)
        {
            return Refuse(why, StatusCodes.Status422UnprocessableEntity);
        }

        // The link alone changes nothing where there is a second factor.
        if (await steps.StepAsync(new Proof(Account, SignInWay.Invitation), cancellationToken) == NextStep.Passkey)
        {
            return Refuse(T["You have a passkey: sign in with it, and set the password under Account. If it is lost, ask an administrator to reset your second factor."],
                StatusCodes.Status422UnprocessableEntity);
        }

        if (Account.SecondFactor && (string.IsNullOrWhiteSpace(Code) || !await authenticator.TakeAsync(Account, SignInWay.Invitation, Code.Trim(), cancellationToken)))
        {
            return Refuse(T["This code is wrong or was used before, or there were too many tries: then wait 5 minutes. The password is as it was."], StatusCodes.Status422UnprocessableEntity);
        }

        var shown = Account.SecondFactor;

        // Used up before it does anything: of two who have the link, one sets a password.
        if (!await invitations.UseAsync(Hash(), clock.GetCurrentInstant(), cancellationToken))
        {
            Account = null;
            return Refuse(Over, StatusCodes.Status404NotFound);
        }

        var set = await passwords.SetAsync(person, Password!, null, SignInWay.Invitation, cancellationToken);
        if (!set.Ok)
        {
            return Refuse(set.Refusal);
        }

        var proof = new Proof(set.Value, SignInWay.Invitation, SecondFactorProven: shown);
        return LocalRedirect((await steps.GoOnAsync(HttpContext, proof, shared: true, "/account", cancellationToken)).Path("/account"));
    }

    private async Task<PersonId?> InvitedAsync(CancellationToken cancellationToken)
    {
        var person = string.IsNullOrEmpty(Token) ? null : await invitations.FindAsync(Hash(), clock.GetCurrentInstant(), cancellationToken);
        Account = person is { } id ? await accounts.FindAsync(id, cancellationToken) : null;
        return Account is null ? null : person;
    }

    private string Hash() => RandomSecret.Hash(Token!);
}
