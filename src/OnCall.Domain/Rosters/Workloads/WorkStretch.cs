using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters.Workloads;

/// <summary>Somebody is on over [start, end), by the wall clock and the holidays of that place.</summary>
public sealed record WorkStretch(PersonId Person, Instant Start, Instant End, DateTimeZone Zone, IReadOnlySet<LocalDate> Holidays);
