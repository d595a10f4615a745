using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>How far the roster of a role goes that must be covered.</summary>
/// <param name="End">The end of its last shift in force.</param>
/// <param name="Zone">The role's zone: in it people read dates.</param>
public sealed record RosterEnd(string Code, string Name, Instant End, DateTimeZone Zone);
