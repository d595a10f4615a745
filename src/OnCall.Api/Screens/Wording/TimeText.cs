using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Api.Screens.Wording;

/// <summary>Instants and waits in words. All times are UTC and say so.</summary>
internal static class TimeText
{
    private static readonly InstantPattern Written = InstantPattern.CreateWithInvariantCulture("d MMM HH:mm:ss 'UTC'");

    /// <summary><c>22 Nov 05:40:12 UTC</c>.</summary>
    internal static string Utc(Instant at) => Written.Format(at);

    /// <summary>For <c>datetime</c> attributes.</summary>
    internal static string Machine(Instant at) => InstantPattern.General.Format(at);

    /// <summary><c>in 1 min 20 s</c>; <c>now</c> when it is due or overdue.</summary>
    internal static string Until(Instant at, Instant now)
    {
        var seconds = (long)Math.Ceiling((at - now).TotalSeconds);
        return seconds switch
        {
            <= 0 => "now",
            < 60 => Text($"in {seconds} s"),
            < 3600 when seconds % 60 == 0 => Text($"in {seconds / 60} min"),
            < 3600 => Text($"in {seconds / 60} min {seconds % 60} s"),
            _ => Text($"in {seconds / 3600} h {seconds / 60 % 60} min"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
