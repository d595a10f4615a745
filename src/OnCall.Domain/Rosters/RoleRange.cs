using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Rosters;

/// <summary>The time [start, end) of a role that an upload rules over: from its first start to its last end.</summary>
public sealed record RoleRange(RoleId Role, Instant Start, Instant End)
{
    public bool Touches(Instant start, Instant end) => start < End && Start < end;
}
