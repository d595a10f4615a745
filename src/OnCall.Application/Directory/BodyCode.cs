namespace OnCall.Application.Directory;

/// <summary>A body may repeat the code of its path, but not contradict it.</summary>
public static class BodyCode
{
    /// <summary>Null when they agree.</summary>
    public static Refusal? Mismatch(string field, string path, string? body) =>
        body is null || string.Equals(path, body, StringComparison.OrdinalIgnoreCase)
            ? null
            : Refusal.Invalid(new InputProblem(field, $"The path says '{path}': send the same or leave it out.", body));
}
