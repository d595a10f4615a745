using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters;

/// <summary>A person who answers for a role at an instant.</summary>
/// <param name="Since">When they came on without a break on that tier.</param>
/// <param name="Until">When they go off; exclusive.</param>
/// <param name="Because">Why it is they.</param>
public sealed record OnShift(PersonId Person, int Tier, Instant Since, Instant Until, ShiftReason Because);
