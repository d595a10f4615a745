using NodaTime;

namespace OnCall.Domain.Rosters;

/// <summary>A stretch [start, end) of a roster that does not fit the coverage of its role.</summary>
/// <param name="People">How many people of tier 1 are on at its start.</param>
public sealed record RosterFinding(RosterFindingKind Kind, Instant Start, Instant End, int People);
