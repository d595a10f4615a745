using NodaTime;

namespace OnCall.Domain.Roles;

/// <summary>A weekly span in the role's zone, half-open; an end at or before the start is on the next day.</summary>
public sealed record CoverageHours(IReadOnlyList<IsoDayOfWeek> Days, LocalTime Start, LocalTime End)
{
    /// <summary>Begins on the holidays of the role's unit too. Where any span of a role does so, its holidays go by those spans alone.</summary>
    public bool OnHolidays { get; init; }

    /// <summary>Does not begin on a holiday of the role's unit, whatever weekday it is.</summary>
    public bool NotOnHolidays { get; init; }
}
