using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Domain.Notices;

/// <summary>A place on a role that goes from one person to another, as a notice tells it.</summary>
/// <param name="RoleName">As the directory has it.</param>
/// <param name="Giver">The name of whoever goes; empty where the place was nobody's in particular.</param>
/// <param name="Taker">The name of whoever comes.</param>
/// <param name="Zone">The role's, in which the times are written.</param>
public sealed record PlaceFact(string RoleName, Instant Start, Instant End, DateTimeZone Zone, string Giver, string Taker)
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.Create("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
    private static readonly LocalDateTimePattern Said = LocalDateTimePattern.Create("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The place and its time: <c>Ward 3 – Nurse from Mon 12 Oct 08:00 to Mon 12 Oct 20:00</c>.</summary>
    public string Where => $"{RoleName} {When(Written)}";

    /// <summary>The same in words to be spoken.</summary>
    public string WhereSaid => $"{RoleName} {When(Said)}";

    /// <summary>As short as it can be.</summary>
    public string Brief => $"{RoleName} {Written.Format(Start.InZone(Zone).LocalDateTime)}";

    private string When(LocalDateTimePattern pattern) =>
        $"from {pattern.Format(Start.InZone(Zone).LocalDateTime)} to {pattern.Format(End.InZone(Zone).LocalDateTime)}";
}
