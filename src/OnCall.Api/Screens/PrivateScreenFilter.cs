using Microsoft.AspNetCore.Mvc.Filters;

namespace OnCall.Api.Screens;

/// <summary>Screens may show patient data: no browser or proxy keeps a copy.</summary>
internal sealed class PrivateScreenFilter : IAlwaysRunResultFilter
{
    // At the last moment: the anti-forgery service sets the same itself, and warns when somebody was there before it.
    public void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.OnStarting(
        static response =>
        {
            ((HttpResponse)response).Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        },
        context.HttpContext.Response);

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
