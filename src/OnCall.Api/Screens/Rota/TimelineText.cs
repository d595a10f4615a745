using NodaTime;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Rosters.Timeline;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Screens.Rota;

/// <summary>What is drawn, in words: for who does not see it, and for who points at it.</summary>
internal static class TimelineText
{
    internal static string When(this Texts t, Instant from, Instant to, DateTimeZone zone) => t["{0} to {1}", t.Short(from, Instant.MinValue, zone), t.Short(to, Instant.MinValue, zone)];

    internal static string Of(this Texts t, TimelineBar bar, DateTimeZone zone) =>
        $"{bar.Person.Name}{t[", tier {0}", bar.Tier]}{t[": "]}{t.When(bar.Start, bar.End, zone)}{(bar.Cover is null ? "" : " – " + t.Sentence(bar.Because))}{(bar.Label is null ? "" : $" ({bar.Label})")}";

    internal static string Of(this Texts t, RosterFinding finding, DateTimeZone zone)
    {
        var when = t.When(finding.Start, finding.End, zone);
        return finding.Kind switch
        {
            RosterFindingKind.Uncovered => t["Nobody is on: {0}", when],
            RosterFindingKind.TooFew => t["Too few people, {0}: {1}", finding.People, when],
            _ => t["More than one primary, {0}: {1}", finding.People, when],
        };
    }
}
