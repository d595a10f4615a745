using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OnCall.Api.Screens.Wording;
using OnCall.Application;

namespace OnCall.Api.Screens.SignIn;

/// <summary>A screen for whoever is not signed in yet.</summary>
[AllowAnonymous]
internal abstract class OpenFormScreen : PageModel
{
    /// <summary>The words of the screen in its reader's language.</summary>
    private protected Texts T => HttpContext.RequestServices.GetRequiredService<Texts>();

    /// <summary>Why it was not done; null when nothing was tried or it was.</summary>
    internal string? Said { get; private protected set; }

    private protected IActionResult Refuse(string said, int status = StatusCodes.Status401Unauthorized)
    {
        Said = said;
        Response.StatusCode = status;
        return Page();
    }

    private protected IActionResult Refuse(Refusal refusal) =>
        Refuse(refusal.Errors.Count > 0 ? string.Join(' ', refusal.Errors.Select(e => T.Sentence(e.Message))) : T.Sentence(refusal.Detail), Problems.Problem.Status(refusal.Kind));
}
