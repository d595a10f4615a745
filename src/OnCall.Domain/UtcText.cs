using System.Globalization;
using NodaTime;

namespace OnCall.Domain;

/// <summary>Instants as people read them in a trail: UTC, ISO 8601.</summary>
public static class UtcText
{
    /// <summary>To the minute: <c>2026-10-25T00:30Z</c>.</summary>
    public static string Minute(Instant at) => at.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>To the second: <c>2026-10-25T00:30:05Z</c>.</summary>
    public static string Second(Instant at) => at.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
