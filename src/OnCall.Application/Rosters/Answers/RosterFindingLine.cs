using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>A stretch [start, end) that does not fit the coverage of the role.</summary>
/// <param name="People">How many are on tier 1 at its start.</param>
/// <param name="Warned">Who was told of it, when; null for whoever may not schedule the role.</param>
public sealed record RosterFindingLine(
    RoleName Role, RosterFindingKind Kind, Instant Start, Instant End, int People, IReadOnlyList<WarnedLine>? Warned = null);
