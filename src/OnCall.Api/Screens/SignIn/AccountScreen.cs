using Microsoft.AspNetCore.Mvc;
using NodaTime;
using OnCall.Api.Auth;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Auth.SecondFactor;
using OnCall.Application;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Access.Sessions;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Api.Screens.SignIn;

/// <summary>How I sign in, and where I am signed in.</summary>
internal sealed class AccountScreen(
    IAccountStore accounts, IPasskeyStore passkeys, Passwords passwords, Authenticator authenticator, SecondFactorNeed need,
    ReadSessions readSessions, EndSessions endSessions, IClock clock) : Screen
{
    internal Account Account { get; private set; } = null!;

    internal IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    internal IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    internal int CodesLeft { get; private set; }

    /// <summary>Whether this session began lately enough to change how its owner signs in.</summary>
    internal bool MayChange { get; private set; }

    internal string? Done { get; private set; }

    /// <summary>Told this once; null otherwise.</summary>
    internal IReadOnlyList<string>? RecoveryCodes { get; private set; }

    private PersonId Me => Caller.Person!.Value;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public override IActionResult OnPost() => LocalRedirect("/account");

    public async Task<IActionResult> OnPostPasswordAsync([FromForm] string? current, [FromForm] string? password, CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (!MayChange)
        {
            return Again(Recent.SignInAgain);
        }

        if (Account.PasswordHash is not null && !await passwords.IsAsync(Me, current ?? "", cancellationToken))
        {
            return Again(Refusal.Invalid(new InputProblem("current", "This is not your password of now, or there were too many tries: then wait 5 minutes.")));
        }

        var set = await passwords.SetAsync(Me, password ?? "", HttpContext.Session()!.Id, cancellationToken);
        return set.Ok ? await ShowAsync(cancellationToken, "Your password is changed. You are signed out everywhere else.") : Again(set.Refusal);
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (!MayChange || !Account.SecondFactor)
        {
            return Again(Recent.SignInAgain);
        }

        RecoveryCodes = await authenticator.NewCodesAsync(Account, cancellationToken);
        return await ShowAsync(cancellationToken, "Your recovery codes are new. The old ones are worth nothing.");
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (!MayChange)
        {
            return Again(Recent.SignInAgain);
        }

        if (await need.IsForAsync(Me, cancellationToken))
        {
            return Again(Refusal.Forbidden("Your hospital wants a second factor of you. If you have a new phone, ask an administrator to reset it."));
        }

        return await authenticator.RemoveAsync(Account, cancellationToken)
            ? await ShowAsync(cancellationToken, "Your authenticator is not asked for any more.")
            : Again(Changed);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] string? credential, CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (!MayChange)
        {
            return Again(Recent.SignInAgain);
        }

        if (Passkeys.FirstOrDefault(p => Convert.ToHexStringLower(p.CredentialId) == credential) is { } passkey)
        {
            await passkeys.RemoveAsync(Me, passkey.CredentialId, SignInTrail.Own(clock.GetCurrentInstant(), Account.EmployeeNo, "passkey.remove", ("name", passkey.Name)), cancellationToken);
        }

        return await ShowAsync(cancellationToken, "The passkey is removed.");
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid session, CancellationToken cancellationToken)
    {
        await endSessions.OneAsync(Caller, new SessionId(session), cancellationToken);
        return await ShowAsync(cancellationToken, "Signed out there.");
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellationToken)
    {
        await endSessions.AllOwnAsync(Caller, HttpContext.Session()?.Id, cancellationToken);
        return await ShowAsync(cancellationToken, "You are signed out everywhere else.");
    }

    private static Refusal Changed { get; } =
        new(RefusalKind.Conflict, "changed-meanwhile", "Changed meanwhile", "Somebody else changed your account in the same moment. Nothing was written; try again.");

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken, string? done = null)
    {
        if (Caller.Person is not { } me)
        {
            return Refuse(Refusal.Forbidden("A system has no account."));
        }

        Done = done;
        Account = (await accounts.FindAsync(me, cancellationToken))!;
        Passkeys = await passkeys.OfAsync(me, cancellationToken);
        Sessions = (await readSessions.RunAsync(Caller, HttpContext.Session()?.Id, cancellationToken)).Value?.Items ?? [];
        CodesLeft = await accounts.CountCodesAsync(me, cancellationToken);
        MayChange = Recent.Person(HttpContext) == me;
        return Page();
    }
}
