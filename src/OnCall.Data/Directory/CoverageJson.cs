using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OnCall.Domain.Roles;

namespace OnCall.Data.Directory;

/// <summary>A coverage as its column keeps it: JSON with days as ISO numbers (1 is Monday, 8 a holiday, 9 none) and times as <c>HH:mm</c>.</summary>
internal static class CoverageJson
{
    private const int Holiday = 8;
    private const int NoHoliday = 9;
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    internal static string Write(Coverage coverage) => JsonSerializer.Serialize(new Stored(Write(coverage.Hours), coverage.People));

    internal static Coverage Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        return new Coverage(Read(stored.Hours), stored.People);
    }

    internal static List<Span>? Write(IReadOnlyList<CoverageHours>? hours) =>
        hours?.Select(h => new Span([.. h.Days.Select(d => (int)d), .. Special(h)], Clock.Format(h.Start), Clock.Format(h.End))).ToList();

    internal static IReadOnlyList<CoverageHours>? Read(List<Span>? spans) => spans?.ConvertAll(h =>
        new CoverageHours([.. h.Days.Where(d => d < Holiday).Select(d => (IsoDayOfWeek)d)], Clock.Parse(h.From).Value, Clock.Parse(h.To).Value)
        {
            OnHolidays = h.Days.Contains(Holiday),
            NotOnHolidays = h.Days.Contains(NoHoliday),
        });

    private static int[] Special(CoverageHours hours) => hours.OnHolidays ? [Holiday] : hours.NotOnHolidays ? [NoHoliday] : [];

    private sealed record Stored(List<Span>? Hours, int? People);

    internal sealed record Span(List<int> Days, string From, string To);
}
