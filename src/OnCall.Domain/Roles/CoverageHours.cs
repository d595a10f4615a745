using NodaTime;

namespace OnCall.Domain.Roles;

/// <summary>A weekly span in the role's zone, half-open; an end at or before the start is on the next day.</summary>
public sealed record CoverageHours(IReadOnlyList<IsoDayOfWeek> Days, LocalTime Start, LocalTime End);
