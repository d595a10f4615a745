using Microsoft.AspNetCore.Mvc.Filters;

namespace OnCall.Api.Screens;

/// <summary>Screens may show patient data: no browser or proxy keeps a copy.</summary>
internal sealed class PrivateScreenFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) =>
        context.HttpContext.Response.Headers.CacheControl = "no-store";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
