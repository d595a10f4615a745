using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Timeline;

/// <summary>A stretch [start, end) that a person is on a role for one reason, as it is drawn.</summary>
/// <param name="Instead">Whom it stands in for; null where it is a shift, or a cover that names nobody.</param>
/// <param name="Cover">The cover, which can be taken back; null where it is a shift.</param>
/// <param name="Because">Why it is they, in words.</param>
/// <param name="Lane">From 0, downwards: no two bars of one lane overlap, and a higher tier stands below a lower one.</param>
public sealed record TimelineBar(
    PersonName Person, int Tier, Instant Start, Instant End, string? Label, PersonName? Instead, Guid? Cover, string Because, int Lane)
{
    internal static TimelineBar Of(OnShift span, int lane, IReadOnlyDictionary<PersonId, RosterPerson> names) => new(
        PersonName.Of(names.GetValueOrDefault(span.Person)),
        span.Tier,
        span.Since,
        span.Until,
        span.Because.Label,
        span.Because.InsteadOf is { } relieved ? PersonName.Of(names.GetValueOrDefault(relieved)) : null,
        span.Because.Cover?.Id.Value,
        Answers.Because.Of(span.Because, names),
        lane);
}
