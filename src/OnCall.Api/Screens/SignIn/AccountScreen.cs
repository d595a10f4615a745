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
using OnCall.Application.Directory;
using OnCall.Domain.Access.Sessions;

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
    internal bool MayChange => Recent.Person(HttpContext) is not null;

    internal string? Done { get; private set; }

    /// <summary>Told this once; null otherwise.</summary>
    internal IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public override IActionResult OnPost() => LocalRedirect("/account");

    public Task<IActionResult> OnPostPasswordAsync([FromForm] string? current, [FromForm] string? password, CancellationToken cancellationToken) => ChangeAsync(
        async account =>
        {
            if (account.PasswordHash is not null && !await passwords.IsAsync(account.Person, current ?? "", cancellationToken))
            {
                return Refusal.Invalid(new InputProblem("current", T["This is not your password of now, or there were too many tries: then wait 5 minutes."]));
            }

            var set = await passwords.SetAsync(account.Person, password ?? "", HttpContext.Session()!.Id, HttpContext.Session()!.Way, cancellationToken);
            return set.Ok ? T["Your password is changed. You are signed out everywhere else."] : set.Refusal;
        },
        cancellationToken);

    public Task<IActionResult> OnPostCodesAsync(CancellationToken cancellationToken) => ChangeAsync(
        async account =>
        {
            if (!account.SecondFactor)
            {
                return Recent.SignInAgain;
            }

            RecoveryCodes = await authenticator.NewCodesAsync(account, cancellationToken);
            return T["Your recovery codes are new. The old ones are worth nothing."];
        },
        cancellationToken);

    public Task<IActionResult> OnPostOffAsync(CancellationToken cancellationToken) => ChangeAsync(
        async account =>
        {
            if (await need.IsForAsync(account.Person, cancellationToken))
            {
                return Refusal.Forbidden(T["Your hospital wants a second factor of you. If you have a new phone, ask an administrator to reset it."]);
            }

            return await authenticator.RemoveAsync(account, cancellationToken) ? T["Your authenticator is not asked for any more."] : Passwords.ChangedMeanwhile;
        },
        cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync([FromForm] string? credential, CancellationToken cancellationToken) => ChangeAsync(
        async account =>
        {
            var own = await passkeys.OfAsync(account.Person, cancellationToken);
            if (own.FirstOrDefault(p => Convert.ToHexStringLower(p.CredentialId) == credential) is { } passkey)
            {
                var audit = SignInTrail.Own(clock.GetCurrentInstant(), account.EmployeeNo, "passkey.remove", ("name", passkey.Name));
                await passkeys.RemoveAsync(account.Person, passkey.CredentialId, audit, cancellationToken);
            }

            return T["The passkey is removed."];
        },
        cancellationToken);

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid session, CancellationToken cancellationToken)
    {
        await endSessions.OneAsync(Caller, new SessionId(session), cancellationToken);
        return await ShowAsync(T["Signed out there."], cancellationToken);
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellationToken)
    {
        await endSessions.AllOwnAsync(Caller, HttpContext.Session()?.Id, cancellationToken);
        return await ShowAsync(T["You are signed out everywhere else."], cancellationToken);
    }

    /// <summary>Goes back to this screen, which is in the language then.</summary>
    public async Task<IActionResult> OnPostLanguageAsync([FromForm] string? language, [FromServices] ChooseLanguage use, CancellationToken cancellationToken)
    {
        var answer = await use.RunAsync(Caller, language, cancellationToken);
        return answer.Ok ? LocalRedirect("/account") : await ShowAsync(answer.Refusal, cancellationToken);
    }

    /// <summary>Changes how its owner signs in, where the session began lately enough, and shows what has become of it.</summary>
    /// <param name="change">Says what was done.</param>
    private async Task<IActionResult> ChangeAsync(Func<Account, Task<Answer<string>>> change, CancellationToken cancellationToken)
    {
        var done = Recent.Person(HttpContext) is { } me && await accounts.FindAsync(me, cancellationToken) is { } account
            ? await change(account)
            : Recent.SignInAgain;
        return await ShowAsync(done, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Answer<string>? done, CancellationToken cancellationToken)
    {
        if (Caller.Person is not { } me)
        {
            return Refuse(Refusal.Forbidden(T["A system has no account."]));
        }

        Account = (await accounts.FindAsync(me, cancellationToken))!;
        Passkeys = await passkeys.OfAsync(me, cancellationToken);
        Sessions = (await readSessions.RunAsync(Caller, HttpContext.Session()?.Id, cancellationToken)).Value?.Items ?? [];
        CodesLeft = await accounts.CountCodesAsync(me, cancellationToken);
        Done = done?.Value;
        return done?.Refusal is { } refused ? Again(refused) : Page();
    }
}
