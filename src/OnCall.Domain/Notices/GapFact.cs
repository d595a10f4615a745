using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Domain.Notices;

/// <summary>A gap as a notice tells it.</summary>
/// <param name="RoleName">As the directory has it.</param>
/// <param name="End">Null when none is known.</param>
/// <param name="Zone">The role's, in which the times are written.</param>
public sealed record GapFact(string RoleName, Instant Start, Instant? End, GapSize Size, DateTimeZone Zone)
{
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.Create("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
    private static readonly LocalDateTimePattern Said = LocalDateTimePattern.Create("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Who is missing: <c>nobody is on Cardiology – duty physician</c>.</summary>
    public string Who => Size switch
    {
        GapSize.Nobody => $"nobody is on {RoleName}",
        GapSize.NobodyOrTooFew => $"nobody or too few are on {RoleName}",
        GapSize.TooFew => $"too few are on {RoleName}",
    };

    /// <summary>From when to when, in the role's zone.</summary>
    public string When => Time(Written);

    /// <summary>The same in words to be spoken.</summary>
    public string WhenSaid => Time(Said);

    /// <summary>Its beginning alone.</summary>
    public string Beginning => Written.Format(Start.InZone(Zone).LocalDateTime);

    private string Time(LocalDateTimePattern pattern)
    {
        var start = pattern.Format(Start.InZone(Zone).LocalDateTime);
        return End is { } end ? $"from {start} to {pattern.Format(end.InZone(Zone).LocalDateTime)}" : $"from {start} on";
    }
}
