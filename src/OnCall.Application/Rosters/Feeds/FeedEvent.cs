using NodaTime;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>A stretch that a person is on a role, as a calendar shows it.</summary>
/// <param name="Uid">The same in every feed and every version of the event.</param>
/// <param name="Sequence">The version, from 0.</param>
/// <param name="ChangedAt">When this version was first told.</param>
/// <param name="Start">To the second.</param>
/// <param name="End">To the second, exclusive.</param>
/// <param name="Summary">What calendars show.</param>
/// <param name="Tier">1, 2 or 3.</param>
/// <param name="Label">The roster's own word for the shift, or null.</param>
public sealed record FeedEvent(
    string Uid,
    int Sequence,
    Instant ChangedAt,
    Instant Start,
    Instant End,
    string Summary,
    string RoleName,
    string RoleCode,
    PersonName Person,
    int Tier,
    string? Label);
