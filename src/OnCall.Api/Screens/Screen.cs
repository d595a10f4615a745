using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OnCall.Api.Auth;
using OnCall.Api.Problems;
using OnCall.Api.Screens.Wording;
using OnCall.Application;
using OnCall.Domain.Access;

namespace OnCall.Api.Screens;

/// <summary>What all screens share: who looks, and a refusal shown in words where it happened.</summary>
internal abstract class Screen : PageModel
{
    internal Caller Caller => HttpContext.Caller();

    /// <summary>The words of the screen in its reader's language.</summary>
    private protected Texts T => HttpContext.RequestServices.GetRequiredService<Texts>();

    /// <summary>Why the last action was not done; null when there was none or it was.</summary>
    internal Refusal? Refused { get; private protected set; }

    /// <summary>A form was sent to no action: show the screen.</summary>
    public virtual IActionResult OnPost() => LocalRedirect(Request.Path);

    /// <summary>Shows this screen again, with the refusal beside its form and what was typed kept.</summary>
    private protected IActionResult Again(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = Problem.Status(refusal.Kind);
        return Page();
    }

    /// <summary>Takes what this screen shows; where it may not be read, nothing of it may be shown.</summary>
    /// <returns>Null where it was taken.</returns>
    private protected static async Task<IActionResult?> TakeAsync<T>(Task<Answer<T>> reading, Action<T> take)
    {
        var answer = await reading;
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        take(answer.Value);
        return null;
    }

    /// <summary>This screen, or, after a refusal, what was typed with why it was not done.</summary>
    private protected IActionResult Page(Refusal? refusal) => refusal is null ? Page() : Again(refusal);

    /// <summary>Nothing of this screen may be shown.</summary>
    private protected static IActionResult Refuse(Refusal refusal) => Notice.Of(refusal).Result(Problem.Status(refusal.Kind));
}
