using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Auth.Accounts;
using OnCall.Api.Auth.SecondFactor;

namespace OnCall.Api.Screens.SignIn;

/// <summary>The second thing: a code of the authenticator, or a recovery code.</summary>
internal sealed class CodeScreen(SignInSteps steps, Authenticator authenticator) : OpenFormScreen
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await steps.WaitingAsync(HttpContext, cancellationToken) is { Pending.Secret: null } ? Page() : LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await steps.WaitingAsync(HttpContext, cancellationToken) is not { Pending.Secret: null } waiting)
        {
            return LocalRedirect("/sign-in");
        }

        if (string.IsNullOrWhiteSpace(Code) || !await authenticator.TakeAsync(waiting.Account, waiting.Pending.Way, Code.Trim(), cancellationToken))
        {
            return Refuse(T["This code is wrong or was used before, or there were too many tries: then wait 5 minutes."]);
        }

        await steps.FinishAsync(HttpContext, waiting.Pending, waiting.Account, cancellationToken);
        return LocalRedirect(OwnPath.Or(waiting.Pending.To, "/"));
    }
}
