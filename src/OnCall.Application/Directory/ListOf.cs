namespace OnCall.Application.Directory;

/// <summary>Part of a list.</summary>
/// <param name="Next">Send it back as <c>cursor</c> for what follows; null at the end.</param>
public sealed record ListOf<T>(IReadOnlyList<T> Items, string? Next);
