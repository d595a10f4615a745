using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using OnCall.Api.Refusals;
using OnCall.Application.Telemetry;

namespace OnCall.Api.Screens;

/// <summary>
/// Answers a form without a valid anti-forgery token in words: people must not take a bare error for "it was sent".
/// </summary>
internal sealed class StaleFormFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(new RefusedAs(RefusalReason.ForgedRequest));
            var notice = new Notice(
                "This form is out of date – nothing was done",
                "You signed in again, or as somebody else, since it was opened. Open the screen again and repeat what you did.",
                context.HttpContext.Request.Path,
                "Open the screen again");
            context.Result = notice.Result(StatusCodes.Status400BadRequest);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
