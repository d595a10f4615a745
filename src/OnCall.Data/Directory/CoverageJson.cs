using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>A coverage as its column keeps it: JSON with days as ISO numbers (1 is Monday) and times as <c>HH:mm</c>.</summary>
internal static class CoverageJson
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal static string Write(Coverage coverage) => JsonSerializer.Serialize(new Stored(
        coverage.Hours?.Select(h => new Span([.. h.Days.Select(d => (int)d)], Clock.Format(h.Start), Clock.Format(h.End))).ToList(),
        coverage.People));

    internal static Coverage Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        return new Coverage(
            stored.Hours?.Select(h => new CoverageHours([.. h.Days.Select(d => (IsoDayOfWeek)d)], Clock.Parse(h.From).Value, Clock.Parse(h.To).Value)).ToList(),
            stored.People);
    }

    private sealed record Stored(List<Span>? Hours, int? People);

    private sealed record Span(List<int> Days, string From, string To);
}
