using System.Globalization;
using System.Text.RegularExpressions;

namespace OnCall.Domain.Rosters;

/// <summary>A date of three numbers that does not say which is which: <c>12/10/2026</c>, <c>12-10-26</c>.</summary>
/// <param name="Dotted">Dots are never month first.</param>
/// <param name="Rest">What stands after it.</param>
internal sealed partial record ThreeNumbers(string First, string Second, string Third, bool Dotted, string Rest)
{
    /// <summary>Null when the text does not begin so, or says itself what is what.</summary>
    public static ThreeNumbers? Of(string text)
    {
        var match = Numbers().Match(text);
        return match.Success
            ? new ThreeNumbers(match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["c"].Value, match.Groups["dot"].Success, match.Groups["rest"].Value)
            : null;
    }

    /// <summary>The date in that order; unreadable when there is none.</summary>
    public WrittenReading Read(DateOrder order) => order switch
    {
        DateOrder.DayFirst => Day(Third, Second, First),
        DateOrder.MonthFirst => Dotted ? WrittenReading.Not(WrittenKind.Unreadable) : Day(Third, First, Second),
        DateOrder.YearFirst => First.Length == 2 && Third.Length == 2 ? Day(First, Second, Third) : WrittenReading.Not(WrittenKind.Unreadable),
    };

    private static WrittenReading Day(string year, string month, string day) =>
        WrittenDateText.Day(WrittenDateText.WholeYear(year), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));

    [GeneratedRegex(
        @"^(?<a>[0-9]{1,2})((/(?<b>[0-9]{1,2})/|-(?<b>[0-9]{1,2})-)(?<c>[0-9]{4}|[0-9]{2})|(?<dot>\.)(?<b>[0-9]{1,2})\.(?<c>[0-9]{2}))($|(?<rest>[^0-9].*)$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
