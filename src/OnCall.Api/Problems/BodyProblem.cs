using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OnCall.Application;

namespace OnCall.Api.Problems;

/// <summary>What is wrong with a body that could not be bound, naming the field where there is one.</summary>
internal static class BodyProblem
{
    internal static ProblemDetails From(BadHttpRequestException error) => error switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            Problem.Details(415, "unsupported-media-type", "The content type does not fit", "Send application/json."),
        { InnerException: JsonException { InnerException: { } } broken } when !IsField(broken) => Broken(broken),
        { InnerException: JsonException field } when IsField(field) => Field(field),
        { InnerException: JsonException broken } => Broken(broken),
        _ => Problem.Details(error.StatusCode, "unreadable-request", "The request cannot be read", error.Message),
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
        var field = error.Path![2..];
        var details = Problem.Details(422, "invalid-input", "The input cannot be taken", "Nothing was changed. Correct the fields named in errors and send it again.");
        details.Extensions["errors"] = new[] { new InputProblem(field, Message(error)) };
        return details;
    }

    // The serializer's messages name .NET types; only what our own converters say is meant for people.
    private static string Message(JsonException error) => error.Message switch
    {
        var m when m.Contains("could not be mapped", StringComparison.Ordinal) => "There is no such field.",
        var m when m.Contains("could not be converted", StringComparison.Ordinal) => "The value is not of the kind that this field holds.",
        var m => m.Split(" Path: ")[0],
    };
}
