using System.Data.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Description;
using OnCall.Application;
using OnCall.Application.Paging;

namespace OnCall.Api.Problems;

/// <summary>The last answer to whatever was thrown. Says nothing of the inside; the log has it under the same trace id.</summary>
internal sealed class ExceptionProblems : IExceptionHandler
{
    // Seconds.
    private const string RetryAfter = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var details = exception switch
        {
            BadHttpRequestException bad => BodyProblem.From(bad),

            // It knows that it was not done, whatever was noted on the way there.
            StoreSlowException => Problem.Details(DatabaseProblems.Away),
            IStoreAway away when away.MayBeWritten || MayHaveChanged(httpContext.Request) => Problem.Details(DatabaseProblems.OutcomeUnknown),
            DbException { IsTransient: true } or IStoreAway => Problem.Details(DatabaseProblems.Away),
            _ => Unexpected(httpContext),
        };
        if (details.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfter;
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        await (BrowserRequest.IsScreen(httpContext.Request)
            ? PlainPage.WriteAsync(httpContext.Response, details.Title!, Said(httpContext, exception, details))
            : httpContext.Response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json", cancellationToken));
        return true;
    }

    // It may have been done before the database went away, and only not looked at any more.
    private static bool MayHaveChanged(HttpRequest request) => WrittenSoFar.Any && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    // The advice of the other details is for programs.
    private static string Said(HttpContext context, Exception exception, ProblemDetails details) =>
        details.Status == StatusCodes.Status503ServiceUnavailable ? details.Detail!
        : exception is not BadHttpRequestException ? $"{details.Detail} Tell it to whoever runs OnCall: {context.TraceIdentifier}."
        : exception.InnerException is AntiforgeryValidationException ? "This form is out of date: you signed in again since it was opened. Nothing was done. Open the screen again and repeat it."
        : "Nothing was done. Open the screen again and repeat it.";

    private static ProblemDetails Unexpected(HttpContext context)
    {
        var details = Problem.Details(500, "unexpected", "Something went wrong here", "The server has logged it under this trace id.");
        details.Extensions["traceId"] = context.TraceIdentifier;
        return details;
    }
}
