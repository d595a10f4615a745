using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters.Snapshots;

/// <summary>The rosters of all roles that touch [from, to), as they stood at one stamp, with the people in them.</summary>
public sealed record RosterWindow(RosterView View, Instant From, Instant To, IReadOnlyDictionary<PersonId, RosterPerson> People);
