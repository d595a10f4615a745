using System.Globalization;
using NodaTime;

namespace OnCall.Api.Screens.Rota;

/// <summary>Where an instant stands between two others, in per cent of the way: days of 23 and 25 hours are as wide as they are long.</summary>
internal sealed record TimelineScale(Instant From, Instant To)
{
    /// <summary>Never beyond the edges.</summary>
    internal string At(Instant at) => Percent((Clamp(at) - From) / (To - From));

    /// <summary>How wide [start, end) is.</summary>
    internal string Width(Instant start, Instant end) => Percent((Clamp(end) - Clamp(start)) / (To - From));

    /// <summary>The first moment of every local day, with how wide the day is.</summary>
    internal IEnumerable<(LocalDate Day, Instant Start, Instant End)> Days(DateTimeZone zone)
    {
        for (var day = From.InZone(zone).Date; zone.AtStartOfDay(day).ToInstant() < To; day = day.PlusDays(1))
        {
            yield return (day, zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
        }
    }

    private static string Percent(double part) => (part * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private Instant Clamp(Instant at) => Instant.Max(From, Instant.Min(To, at));
}
