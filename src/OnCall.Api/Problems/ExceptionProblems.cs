using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace OnCall.Api.Problems;

/// <summary>The last answer to whatever was thrown. Says nothing of the inside; the log has it under the same trace id.</summary>
internal sealed class ExceptionProblems : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var details = exception is BadHttpRequestException bad ? BodyProblem.From(bad) : Unexpected(httpContext);
        httpContext.Response.StatusCode = details.Status!.Value;
        await httpContext.Response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json", cancellationToken);
        return true;
    }

    private static ProblemDetails Unexpected(HttpContext context)
    {
        var details = Problem.Details(500, "unexpected", "Something went wrong here", "The server has logged it under this trace id.");
        details.Extensions["traceId"] = context.TraceIdentifier;
        return details;
    }
}
