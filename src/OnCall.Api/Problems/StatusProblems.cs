using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Api.Description;

namespace OnCall.Api.Problems;

/// <summary>Gives a body to answers that have only a status: unknown paths, wrong methods, missing keys.</summary>
internal static class StatusProblems
{
    internal static Task WriteAsync(HttpContext context)
    {
        var details = For(context);
        return BrowserRequest.IsScreen(context.Request)
            ? PlainPage.WriteAsync(context.Response, details.Title!, details.Detail!)
            : context.Response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json");
    }

    private static ProblemDetails For(HttpContext context) => context.Response.StatusCode switch
    {
        401 => Problem.Details(401, "unauthenticated", "A key is needed", "Send a valid key: Authorization: Bearer <key>."),
        403 => Problem.Details(403, "forbidden", "Not permitted", "Your permissions do not reach this."),
        404 => Problem.Details(404, "not-found", "Nothing is here", $"There is no {context.Request.Path}."),
        405 => Problem.Details(405, "method-not-allowed", "The method does not fit", $"This path takes {context.Response.Headers.Allow}."),
        413 => BodyProblem.TooLarge(),
        415 => Problem.Details(415, "unsupported-media-type", "The content type does not fit", "Send application/json, or multipart/form-data where a file is uploaded, in UTF-8."),
        421 => Problem.Details(ProblemTypes.HttpsNeeded),
        429 => Problem.Details(ProblemTypes.TooManyRequests),
        var status => Problem.Details(status, "http-" + status, "The request cannot be served", "The server answered with this status and nothing more."),
    };
}
