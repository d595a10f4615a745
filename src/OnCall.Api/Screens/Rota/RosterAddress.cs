using NodaTime;
using NodaTime.Text;
using OnCall.Application.Rosters.Timeline;

namespace OnCall.Api.Screens.Rota;

/// <summary>The addresses of the roster and of what is done with a stretch of it. They name roles, people and times, never a patient.</summary>
internal static class RosterAddress
{
    internal const string Path = "/rota";

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    internal static string Of(LocalDate from, bool month, string? unit) =>
        $"{Path}?from={LocalDatePattern.Iso.Format(from)}{(month ? "&view=month" : "")}{(string.IsNullOrEmpty(unit) ? "" : "&unit=" + Uri.EscapeDataString(unit))}";

    /// <summary>Where a shift is put on the role, over that stretch.</summary>
    internal static string Add(TimelineRole role, Instant from, Instant to) =>
        $"{Path}/shift?role={Uri.EscapeDataString(role.Role.Code)}&from={Local(from, role.Zone)}&to={Local(to, role.Zone)}";

    /// <summary>What can be done with a bar.</summary>
    internal static string Of(TimelineRole role, TimelineBar bar) =>
        $"{Path}/stretch?role={Uri.EscapeDataString(role.Role.Code)}&person={Uri.EscapeDataString(bar.Person.EmployeeNo)}&at={InstantPattern.General.Format(bar.Start)}";

    /// <summary>For fields of date and time.</summary>
    internal static string Local(Instant at, DateTimeZone zone) => Minute.Format(at.InZone(zone).LocalDateTime);
}
