using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using OnCall.Application;

namespace OnCall.Api.Problems;

/// <summary>What is wrong with a body that could not be bound, naming the field where there is one.</summary>
internal static partial class BodyProblem
{
    internal static ProblemDetails From(BadHttpRequestException error) => error switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            Problem.Details(415, "unsupported-media-type", "The content type does not fit", "Send application/json."),
        { InnerException: JsonException { InnerException: { } } broken } when !IsField(broken) => Broken(broken),
        { InnerException: JsonException field } when IsField(field) => Field(field),
        { InnerException: JsonException broken } => Broken(broken),
        _ => Parameter().Match(error.Message) is { Success: true } bound
            ? Invalid(400, bound.Groups["name"].Value, "The value is not of the kind that this parameter holds.")
            : Problem.Details(error.StatusCode, "unreadable-request", "The request cannot be read", "Send a body of the content type application/json."),
    };

    internal static ProblemDetails TooLarge() =>
        Problem.Details(413, "body-too-large", "The body is too large", "Send less in one request. Nothing was stored.");

    // The reader's own errors are about the text; the serializer's carry the path of a value that does not fit.
    private static bool IsField(JsonException error) =>
        error.InnerException?.GetType().Name != "JsonReaderException" && error.Path is { Length: > 2 };

    private static ProblemDetails Broken(JsonException error)
    {
        var where = error.LineNumber is { } line ? $" It breaks on line {line + 1}, at byte {error.BytePositionInLine + 1} of it." : "";
        return Problem.Details(400, "broken-json", "The body is not JSON of the expected form", "Nothing was stored." + where);
    }

    private static ProblemDetails Field(JsonException error)
    {
        return Invalid(422, error.Path![2..], Message(error));
    }

    private static ProblemDetails Invalid(int status, string field, string message)
    {
        var details = Problem.Details(status, "invalid-input", "The input cannot be taken", "Nothing was changed. Correct the fields named in errors and send it again.");
        details.Extensions["errors"] = new[] { new InputProblem(field, message) };
        return details;
    }

    // The serializer's messages name .NET types; only what our own converters say is meant for people.
    private static string Message(JsonException error) => error.Message switch
    {
        var m when m.Contains("could not be mapped", StringComparison.Ordinal) => "There is no such field.",
        var m when m.Contains("could not be converted", StringComparison.Ordinal) => "The value is not of the kind that this field holds.",
        var m => m.Split(" Path: ")[0],
    };

    // The framework says which parameter only in words, with its .NET type before the name and what was sent behind it.
    [GeneratedRegex("Failed to bind parameter \"(?:[^\"]* )?(?<name>\\w+)\" from", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Parameter();
}
