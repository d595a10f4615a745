using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OnCall.Domain;
using OnCall.Domain.Rosters;

namespace OnCall.RosterFiles.Grid;

/// <summary>
/// What stands above a grid and says when its days are. A month that is named counts; a whole date may be the day of printing, so it
/// counts only where it is the first day itself. Of two that differ none is taken.
/// </summary>
internal sealed partial class GridMonths
{
    private const int Longest = 200;

    private readonly HashSet<(int Year, int Month)> _months = [];
    private readonly List<LocalDate> _dates = [];
    private readonly HashSet<int> _years = [];
    private bool _isFiscal;

    public GridMonths(IEnumerable<string> cells)
    {
        foreach (var cell in cells.Where(cell => cell.Length is > 3 and <= Longest))
        {
            Take((PlainForm.Of(cell) ?? "").Trim());
        }
    }

    /// <summary>The month of a grid of numbered days, or why it cannot be told: <c>missing-month</c>, <c>ambiguous-month</c>.</summary>
    /// <param name="first">The number of the first day.</param>
    /// <param name="runsOn">Whether the days run on into the next month: then both may be named.</param>
    public (WrittenMonth? Month, string? Fault) Of(int first, bool runsOn)
    {
        var named = _months.Count > 0 ? _months : [.. _dates.Where(date => date.Day == first).Select(date => (date.Year, date.Month))];
        var earliest = named.Count == 0 ? default : named.Min();
        var isOne = named.Count == 1 || (named.Count == 2 && runsOn && named.Max() == (earliest.Month == 12 ? (earliest.Year + 1, 1) : (earliest.Year, earliest.Month + 1)));
        return named.Count == 0 ? (null, "missing-month") : isOne ? (new WrittenMonth(earliest.Year, earliest.Month), null) : (null, "ambiguous-month");
    }

    /// <summary>The year of a grid whose days have a month, or why it cannot be told: <c>missing-year</c>, <c>ambiguous-year</c>.</summary>
    /// <param name="first">The first day, in any year.</param>
    public (int? Year, string? Fault) YearOf(LocalDate first)
    {
        var ofMonth = _months.Where(month => month.Month == first.Month).Select(month => month.Year).ToHashSet();
        var years = ofMonth.Count > 0 ? ofMonth
            : _months.Count + _years.Count > 0 ? [.. _months.Select(month => month.Year), .. _years]
            : _dates.Where(date => date.Month == first.Month && date.Day == first.Day).Select(date => date.Year).ToHashSet();

        // A Japanese year of budgets ends in March of the next.
        return years.Count == 0 ? (null, "missing-year")
            : years.Count > 1 || (_isFiscal && ofMonth.Count == 0 && first.Month <= 3) ? (null, "ambiguous-year")
            : (years.Single(), null);
    }

    private void Take(string text)
    {
        text = Period().Replace(text, TakePeriod);
        text = Date().Replace(text, TakeDate);
        foreach (var month in WrittenMonth.All(text))
        {
            _months.Add((month.Year, month.Month));
        }

        if (!WrittenMonth.All(text).Any())
        {
            TakeYears(text);
        }
    }

    // 26 Oct – 25 Nov 2026
    private string TakePeriod(Match match)
    {
        var (from, to) = (WrittenMonth.Number(match.Groups["from"].Value), WrittenMonth.Number(match.Groups["to"].Value));
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var begun = from > to ? year - 1 : year;
        if (match.Groups["d"] is { Success: true, Value: var day } && WrittenTimeText.Read($"{day} {match.Groups["from"].Value[..3]} {begun}") is { Kind: WrittenKind.DateOnly, Time.Local.Date: var date })
        {
            _dates.Add(date);
        }
        else
        {
            _months.UnionWith([(begun, from), (year, to)]);
        }

        return " | ";
    }

    private string TakeDate(Match match)
    {
        if (WrittenTimeText.Read(match.Value) is { Kind: WrittenKind.DateOnly, Time.Local.Date: var date })
        {
            _dates.Add(date);
        }

        return " | ";
    }

    private void TakeYears(string text)
    {
        foreach (Match match in Digits().Matches(text))
        {
            if (match.Length == 4 && match.Value.StartsWith("20", StringComparison.Ordinal))
            {
                var year = int.Parse(match.ValueSpan, CultureInfo.InvariantCulture);
                var after = text[(match.Index + 4)..].TrimStart();
                _years.Add(year);
                _isFiscal |= after.StartsWith("年度", StringComparison.Ordinal);
                if (Next().Match(after) is { Success: true } next && int.Parse(next.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) == (year + 1) % 100)
                {
                    _years.Add(year + 1);
                }
            }
        }
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
    private const string Month = "(?i:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)";

    [GeneratedRegex(
        "((?<d>[0-9]{1,2})\\.? ?)?(?<from>" + Month + ")\\.? ?([-–—~〜/&+]|to|and|until|till|through) ?([0-9]{1,2}\\.? ?)?(?<to>" + Month + ")\\.?,? ?(?<y>20[0-9]{2})",
        Plain)]
    private static partial Regex Period();

    [GeneratedRegex(
        "20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.] ?[0-9]{1,2}[-/.] ?20[0-9]{2}|(令和|R) ?([0-9]{1,2}|元)( ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[./-][0-9]{1,2}[./-][0-9]{1,2})"
        + "|20[0-9]{2} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]|[0-9]{1,2}[. -]{0,2}" + Month + "\\.?,?[ -]?20[0-9]{2}|" + Month + "\\.? [0-9]{1,2}, ?20[0-9]{2}",
        Plain)]
    private static partial Regex Date();

    [GeneratedRegex("[0-9]+", Plain)]
    private static partial Regex Digits();

    [GeneratedRegex("^[/–-] ?(?<y>[0-9]{2})($|[^0-9])", Plain)]
    private static partial Regex Next();
}
