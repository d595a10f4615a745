using System.Globalization;
using NodaTime;

namespace OnCall.Domain;

/// <summary>Instants as people read them in a trail: UTC, ISO 8601.</summary>
public static class UtcText
{
    /// <summary>To the minute: <c>2026-10-25T00:30Z</c>.</summary>
    public static string Minute(Instant at) => string.Concat(Sortable(at).AsSpan(0, "yyyy-MM-ddTHH:mm".Length), "Z");

    /// <summary>To the second: <c>2026-10-25T00:30:05Z</c>.</summary>
    public static string Second(Instant at) => Sortable(at) + "Z";

    // The one that the runtime writes without reading a pattern.
    private static string Sortable(Instant at) => at.ToDateTimeUtc().ToString("s", CultureInfo.InvariantCulture);
}
