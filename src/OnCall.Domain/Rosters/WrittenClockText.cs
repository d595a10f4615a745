using System.Globalization;
using System.Text.RegularExpressions;

namespace OnCall.Domain.Rosters;

/// <summary>
/// Reads times of day: <c>07:30</c>, <c>7:30 pm</c>, <c>7 a.m.</c>, <c>0730</c>, <c>7h30</c>, <c>7.30</c>, <c>7:30 Uhr</c>,
/// <c>午後7時半</c>, <c>下午7点30分</c>. The text must be in plain form.
/// </summary>
internal static partial class WrittenClockText
{
    /// <summary>Milliseconds since midnight, so that 24:00 can be told from 00:00; null when it is no time of day.</summary>
    public static int? Read(string text)
    {
        if (Fast(text) is { } fast)
        {
            return fast;
        }

        var match = Clock().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (hours, minutes, seconds) = (Number(match, "h"), match.Groups["half"].Success ? 30 : Number(match, "min"), Number(match, "s"));
        if (match.Groups["noon"] is { Success: true, Value: var noon })
        {
            // 午後12時 and 午前0時 are both written for midnight or noon, so both 0 and 12 are taken.
            var afternoon = noon[0] is 'p' or 'P' or '午' or '下' && noon is not "午前";
            if (hours > 12 || (hours == 0 && noon[0] is 'a' or 'A' or 'p' or 'P'))
            {
                return null;
            }

            hours = (hours % 12) + (afternoon ? 12 : 0);
        }

        var milliseconds = Milliseconds(match);
        return minutes > 59 || seconds > 59 || hours > 24 || (hours == 24 && minutes + seconds + milliseconds > 0)
            ? null
            : (((hours * 60) + minutes) * 60_000) + (seconds * 1000) + milliseconds;
    }

    // Nearly every file writes 07:00.
    private static int? Fast(string text)
    {
        if (text is not { Length: 5 } || text[2] != ':' || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[3]) || !char.IsAsciiDigit(text[4]))
        {
            return null;
        }

        var (hours, minutes) = (((text[0] - '0') * 10) + text[1] - '0', ((text[3] - '0') * 10) + text[4] - '0');
        return hours < 24 && minutes < 60 ? ((hours * 60) + minutes) * 60_000 : null;
    }

    private static int Milliseconds(Match match) =>
        match.Groups["f"] is { Success: true, Value: var digits } ? int.Parse(digits.PadRight(3, '0')[..3], CultureInfo.InvariantCulture) : 0;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    // In this order: with colons; an hour with am or pm alone; four or three digits together; 7h30; 7.30; 7時30分.
    [GeneratedRegex(
        @"^(((?<noon>午前|午後|上午|下午) ?)?(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(:(?<s>[0-9]{2})(\.(?<f>[0-9]{1,9}))?)?( ?Uhr)?( ?((?<noon>[AaPp])\.?[Mm]\.?))?"
        + @"|(?<h>[0-9]{1,2}) ?(?<noon>[AaPp])\.?[Mm]\.?"
        + @"|(?<h>[0-9]{1,2})(?<min>[0-9]{2})"
        + @"|(?<h>[0-9]{1,2}) ?[hH] ?(?<min>[0-9]{2})?"
        + @"|(?<h>[1-9]|[01][0-9]|2[0-4])\.(?<min>[0-5][0-9])( ?Uhr)?"
        + @"|(?<h>[0-9]{1,2}) ?Uhr"
        + @"|((?<noon>午前|午後|上午|下午) ?)?(?<h>[0-9]{1,2}) ?(時|时|點|点) ?((?<half>半)|(?<min>[0-9]{1,2}) ?分?)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();
}
