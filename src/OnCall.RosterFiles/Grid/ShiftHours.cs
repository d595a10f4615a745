using System.Text.RegularExpressions;
using NodaTime;
using OnCall.Domain;
using OnCall.Domain.Rosters;

namespace OnCall.RosterFiles.Grid;

/// <summary>From when to when a shift of a grid lasts, in milliseconds since midnight; one that ends when or before it starts ends the next day.</summary>
internal readonly partial record struct ShiftHours(int Start, int End)
{
    /// <summary>Reads <c>20:00-08:00</c>, <c>8-16</c>, <c>0800–1600</c>, <c>22:00〜翌8:00</c>; null when it is no range of times.</summary>
    public static ShiftHours? Read(string text)
    {
        var match = Range().Match((PlainForm.Of(text) ?? "").Trim());
        return match.Success ? Read(match.Groups["start"].Value, match.Groups["end"].Value) : null;
    }

    public static ShiftHours? Read(string start, string end) =>
        !(IsOfTwelve(start) && IsOfTwelve(end)) && Time(start) is { } from && from < NodaConstants.MillisecondsPerDay && Time(end) is { } to ? new ShiftHours(from, to) : null;

    public (WrittenTime Start, WrittenTime End) On(LocalDate day)
    {
        var midnight = day.AtMidnight();
        return (new WrittenTime(midnight.PlusMilliseconds(Start), null), new WrittenTime((End > Start ? midnight : midnight.PlusDays(1)).PlusMilliseconds(End), null));
    }

    /// <summary>3-11 may be the evening: hours that a clock of twelve shows, and nothing that says which half of the day is meant.</summary>
    private static bool IsOfTwelve(string text) => (PlainForm.Of(text) ?? "").Trim() is [>= '1' and <= '9'] or ['1', >= '0' and <= '2'];

    private static int? Time(string text)
    {
        text = NextDay().Replace((PlainForm.Of(text) ?? "").Trim(), "");
        return text.Length is 1 or 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) ? WrittenTimeText.ReadTime(text + ":00") : WrittenTimeText.ReadTime(text);
    }

    [GeneratedRegex("^(?<start>[^-–—−~〜to]+?) ?([-–—−~〜]|to) ?(?<end>[^-–—−~〜]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(翌日?|次日|隔日) ?| ?\(?\+1\)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NextDay();
}
