using System.Globalization;
using System.Text.RegularExpressions;

namespace OnCall.RosterFiles.Grid;

/// <summary>The month that a title names: <c>October 2026</c>, <c>10/2026</c>, <c>2026年10月</c>, <c>令和8年10月</c>.</summary>
internal readonly partial record struct WrittenMonth(int Year, int Month)
{
    private static readonly string[] Names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The months that a text names.</summary>
    public static IEnumerable<WrittenMonth> All(string text)
    {
        foreach (Match match in Written().Matches(text))
        {
            var year = match.Groups["era"].Success ? 2018 + (match.Groups["y"].Value == "元" ? 1 : Number(match, "y")) : Number(match, "y");
            var month = match.Groups["name"] is { Success: true, Value: var name } ? Number(name) : Number(match, "m");
            if (month is >= 1 and <= 12 && year is >= 2000 and <= 2099)
            {
                yield return new WrittenMonth(year, month);
            }
        }
    }

    /// <summary>1 for <c>January</c> and <c>Jan</c>.</summary>
    public static int Number(string name) => 1 + Array.FindIndex(Names, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private const string Name = "(?<name>(?i:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?))";

    [GeneratedRegex(
        @"(?<era>令和|R) ?(?<y>[0-9]{1,2}|元) ?[年.] ?(?<m>[0-9]{1,2}) ?月?"
        + "|(?<y>20[0-9]{2}) ?年 ?(?<m>[0-9]{1,2}) ?月"
        + "|" + Name + "\\.?,?[ -]+(?<y>20[0-9]{2})|(?<y>20[0-9]{2})[ -]+" + Name
        + "|(^|[^0-9./-])(?<m>[0-9]{1,2}) ?[/.-] ?(?<y>20[0-9]{2})($|[^0-9])|(^|[^0-9./-])(?<y>20[0-9]{2}) ?[/.-] ?(?<m>[0-9]{1,2})($|[^0-9./-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
