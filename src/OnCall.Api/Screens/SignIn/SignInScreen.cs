using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Api.Auth;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Auth.OpenId;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Screens.SignIn;

/// <summary>Sign in by number and password, by key, by passkey, or by the hospital's provider.</summary>
internal sealed class SignInScreen(
    PasswordSignIn passwords, KeyCache keys, IAccountStore accounts, IAuditWriter audit, SignInSteps steps, SecondFactorNeed need, AddFirstAdministrator first, IOptions<OpenIdSettings> openId,
    IClock clock) : OpenFormScreen
{
    private const string OwnCookie = "oncall-own";
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    [BindProperty(Name = "number")]
    public string? Number { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    [BindProperty(Name = "key")]
    public string? Key { get; set; }

    /// <summary>Whether nobody else uses this computer.</summary>
    [BindProperty(Name = "own")]
    public bool Own { get; set; }

    /// <summary>What the button of the hospital's provider says; null where there is none.</summary>
    internal string? Provider => openId.Value.IsConfigured ? openId.Value.Name : null;

    public async Task<IActionResult> OnGetAsync(bool lost, string? why, CancellationToken cancellationToken)
    {
        if (await first.IsOpenAsync(cancellationToken))
        {
            return LocalRedirect("/set-up");
        }

        Own = Request.Cookies.ContainsKey(OwnCookie);
        Said = lost ? T["Your session had ended: what you just did was not done. Sign in and repeat it."] : TroubleText.Of(T, why);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        RememberComputer();
        return string.IsNullOrWhiteSpace(Key) ? await ByPasswordAsync(cancellationToken) : await ByKeyAsync(Key.Trim(), cancellationToken);
    }

    private async Task<IActionResult> ByPasswordAsync(CancellationToken cancellationToken)
    {
        var outcome = string.IsNullOrWhiteSpace(Number) || string.IsNullOrEmpty(Password)
            ? PasswordOutcome.Refused
            : await passwords.RunAsync(Number.Trim(), Password, cancellationToken);
        return outcome switch
        {
            { Proof: { } proof } => await GoOnAsync(proof, cancellationToken),
            { DirectoryIsAway: true } => Refuse(T["The hospital's directory gives no answer now. Use a passkey, a key, or a password of OnCall itself if you have one."], StatusCodes.Status503ServiceUnavailable),
            _ => Refuse(T["The number and the password do not fit, or there were too many tries: then wait 5 minutes, or use a passkey."]),
        };
    }

    private async Task<IActionResult> ByKeyAsync(string key, CancellationToken cancellationToken)
    {
        var holder = await keys.BySecretAsync(key, cancellationToken);
        if (holder is null)
        {
            return Refuse(T["This key is not in force."]);
        }

        if (holder.Caller.Person is not { } person || await accounts.FindAsync(person, cancellationToken) is not { } account)
        {
            return Refuse(T["This key belongs to a system, not to a person."]);
        }

        // Whoever found a key must not set up a second factor of their own by it.
        return !account.SecondFactor && await need.IsForAsync(person, cancellationToken)
            ? Refuse(T["Your hospital wants a second factor of you, and a key alone sets up none. Sign in with your password or passkey; without one, ask an administrator for an invitation."])
            : await GoOnAsync(new Proof(account, SignInWay.Key, holder.Key), cancellationToken);
    }

    private async Task<IActionResult> GoOnAsync(Proof proof, CancellationToken cancellationToken)
    {
        var next = await steps.GoOnAsync(HttpContext, proof, !Own, To, cancellationToken);
        if (next != NextStep.Passkey)
        {
            return LocalRedirect(next.Path(OwnPath.Or(To, "/")));
        }

        await audit.AppendAsync([SignInTrail.Refused(clock.GetCurrentInstant(), proof.Account.EmployeeNo, proof.Way, "passkey wanted")], cancellationToken);
        return Refuse(T["Your hospital wants a second factor of you, and yours is a passkey: sign in with that."]);
    }

    private void RememberComputer()
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        if (Own)
        {
            Response.Cookies.Append(OwnCookie, "1", options);
        }
        else
        {
            Response.Cookies.Delete(OwnCookie);
        }
    }
}
