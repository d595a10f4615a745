using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Auth;
using OnCall.Application;

namespace OnCall.Api.Screens.Wording;

/// <summary>
/// What a screen's script is refused is shown to whoever sits before it, so it is told in their language. Programs, which come with a key,
/// read English as ever.
/// </summary>
internal sealed class ScriptWords : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var result = await next(context);
        if (result is ProblemHttpResult { ProblemDetails: var problem } && context.HttpContext.User.Identity is not { IsAuthenticated: true, AuthenticationType: not Schemes.Session })
        {
            Tell(context.HttpContext, problem);
        }

        return result;
    }

    internal static void Tell(HttpContext context, ProblemDetails problem)
    {
        var t = new Texts();
        t.For(context);
        problem.Title = t.Sentence(problem.Title ?? "");
        problem.Detail = t.Sentence(problem.Detail ?? "");
        if (problem.Extensions.TryGetValue("errors", out var found) && found is IEnumerable<InputProblem> errors)
        {
            problem.Extensions["errors"] = errors.Select(e => e with { Message = t.Sentence(e.Message) }).ToList();
        }
    }
}
