namespace OnCall.Application.Directory;

/// <summary>The hours of a coverage as written: a word (<c>24x7</c>, <c>none</c>) or spans.</summary>
public sealed record CoverageTimes(string? Word, IReadOnlyList<CoverageSpan>? Spans)
{
    public const string Always = "24x7";

    public const string Never = "none";
}
