namespace OnCall.Application;

/// <summary>Why nothing was done. Becomes RFC 9457 problem details at the edge.</summary>
/// <param name="Type">Stable slug of the problem type: <c>unknown-role</c>.</param>
/// <param name="Title">The type in words; the same for every occurrence.</param>
/// <param name="Detail">This occurrence, and what to do. Never patient data.</param>
public sealed record Refusal(RefusalKind Kind, string Type, string Title, string Detail)
{
    /// <summary>Field by field, or row by row.</summary>
    public IReadOnlyList<InputProblem> Errors { get; init; } = [];

    /// <summary>Further members of the problem details (<c>nearest</c>, <c>acknowledgedBy</c>).</summary>
    public IReadOnlyDictionary<string, object?> Extras { get; init; } = new Dictionary<string, object?>();

    /// <summary>Input that was read but cannot be taken; names every field at once.</summary>
    public static Refusal Invalid(params IReadOnlyList<InputProblem> errors) =>
        new(RefusalKind.Invalid, "invalid-input", "The input cannot be taken", "Nothing was changed. Correct the fields named in errors and send it again.") { Errors = errors };

    public static Refusal Forbidden(string detail) => new(RefusalKind.Forbidden, "forbidden", "Not permitted", detail);
}
