using NodaTime;
using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters.Workloads;

/// <summary>What a person was on over some time, whatever the roles: two at once count once.</summary>
/// <param name="Nights">Nights with three hours or more of the time from 23:00 to 06:00.</param>
/// <param name="WeekendDays">Saturdays and Sundays with any time on.</param>
/// <param name="Holidays">Days of the unit's holidays with any time on.</param>
public sealed record Workload(PersonId Person, Duration Time, int Nights, int WeekendDays, int Holidays);
