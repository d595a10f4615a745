using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Api.Auth.Accounts;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Invitations;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Api.Screens.SignIn;

/// <summary>Where an invitation leads: the person sets their password, once.</summary>
internal sealed class WelcomeScreen(IInvitationStore invitations, IAccountStore accounts, Passwords passwords, SignInSteps steps, IClock clock) : OpenFormScreen
{
    private const string Over = "This invitation was used, has ended, or never was. Ask an administrator for a new one.";

    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

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

        // Used up before it does anything: of two who have the link, one sets a password.
        if (!await invitations.UseAsync(Hash(), clock.GetCurrentInstant(), cancellationToken))
        {
            Account = null;
            return Refuse(Over, StatusCodes.Status404NotFound);
        }

        var set = await passwords.SetAsync(person, Password!, null, cancellationToken);
        if (!set.Ok)
        {
            return Refuse(set.Refusal);
        }

        // An authenticator that is in use is asked for here too: the link alone opens no account that has one.
        return LocalRedirect((await steps.GoOnAsync(HttpContext, new Proof(set.Value, SignInWay.Invitation), shared: true, "/account", cancellationToken)).Path("/account"));
    }

    private async Task<PersonId?> InvitedAsync(CancellationToken cancellationToken)
    {
        var person = string.IsNullOrEmpty(Token) ? null : await invitations.FindAsync(Hash(), clock.GetCurrentInstant(), cancellationToken);
        Account = person is { } id ? await accounts.FindAsync(id, cancellationToken) : null;
        return Account is null ? null : person;
    }

    private string Hash() => RandomSecret.Hash(Token!);
}
