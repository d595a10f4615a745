using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Description;
using OnCall.Application;

namespace OnCall.Api.Problems;

/// <summary>RFC 9457 problem details. The type of each is <c>urn:oncall:problem:</c> and a slug that never changes.</summary>
internal static class Problem
{
    internal const string TypePrefix = "urn:oncall:problem:";

    /// <summary>Answers a refusal.</summary>
    internal static IResult From(Refusal refusal)
    {
        var details = Details(Status(refusal.Kind), refusal.Type, refusal.Title, refusal.Detail);
        foreach (var (name, value) in refusal.Extras)
        {
            details.Extensions[name] = value;
        }

        if (refusal.Errors.Count > 0)
        {
            details.Extensions["errors"] = refusal.Errors;
        }

        return TypedResults.Problem(details);
    }

    /// <summary>Of a type that always says the same.</summary>
    internal static ProblemDetails Details(ProblemType type) => Details(type.Status, type.Slug, type.Title, type.Detail);

    internal static ProblemDetails Details(int status, string slug, string title, string detail) =>
        new() { Type = TypePrefix + slug, Title = title, Status = status, Detail = detail };

    internal static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Unreadable => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
    };
}
