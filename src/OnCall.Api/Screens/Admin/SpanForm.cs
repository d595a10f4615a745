using OnCall.Application.Directory;

namespace OnCall.Api.Screens.Admin;

/// <summary>A row of the hours at which a role must be covered.</summary>
internal sealed class SpanForm
{
    /// <summary>As the API writes them: <c>mon</c>, <c>hol</c>, <c>not-hol</c>.</summary>
    public List<string> Days { get; set; } = [];

    public string? From { get; set; }

    public string? To { get; set; }

    /// <summary>A row in which nothing is entered is left out.</summary>
    internal bool IsEmpty => Days.Count == 0 && From.Filled() is null && To.Filled() is null;

    internal static SpanForm Of(CoverageSpan span) => new() { Days = [.. span.Days ?? []], From = span.From, To = span.To };

    internal CoverageSpan ToSpan() => new(Days, From.Filled(), To.Filled());
}
