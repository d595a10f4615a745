using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Answers;

/// <summary>A stretch [start, end) that a person is on a role for one reason, covers laid over shifts.</summary>
public sealed record RosterLine(RoleName Role, PersonName Person, int Tier, Instant Start, Instant End, string? Label, string Because);
