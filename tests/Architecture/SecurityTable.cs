using System.Globalization;
using System.Text.RegularExpressions;

namespace OnCall.Architecture.Tests;

/// <summary>What <c>docs/security.md</c> says of requirements, abuse cases, files and tests, held against the checkout.</summary>
internal static partial class SecurityTable
{
    // OWASP ASVS 5.0.0, levels 1 and 2: sections, and how many of each there are. Those of level 3 come last in every section.
    private const string Sections = """
        1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3
        6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4
        10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
        13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
        """;

    private static readonly string[] States = ["met", "partly", "not met", "does not apply"];

    /// <summary>The numbers that must have a row each.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        .. Sections.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(':'))
            .SelectMany(s => Enumerable.Range(1, int.Parse(s[1], CultureInfo.InvariantCulture)).Select(n => $"{s[0]}.{n}")),
    ];

    /// <summary>The rows of the requirements, each cut into its cells: number, what, state, shown by or why.</summary>
    public static IReadOnlyList<string[]> Requirements(string text) => [.. Requirement().Matches(text).Select(r => Cells(r.Value))];

    /// <summary>The rows of the abuse cases: case, what stops it, what remains, test.</summary>
    public static IReadOnlyList<string[]> Cases(string text) => [.. Case().Matches(text).Select(r => Cells(r.Value))];

    /// <summary>Requirements that are left out, stand twice, or have neither evidence nor a reason.</summary>
    public static IEnumerable<string> Gaps(IReadOnlyList<string[]> rows) =>
        Numbers.Where(n => rows.Count(r => r[0] == n) != 1).Select(n => $"{n} has {rows.Count(r => r[0] == n)} rows")
            .Concat(rows.Select(r => r[0]).Except(Numbers).Select(n => $"{n} is no requirement of level 1 or 2"))
            .Concat(rows.Select(r => (Number: r[0], Problem: Problem(r))).Where(r => r.Problem is not null).Select(r => $"{r.Number} {r.Problem}"));

    /// <summary>Abuse cases that say nothing of what stops them or what remains, and those that nothing shows.</summary>
    public static IEnumerable<string> Unproven(IReadOnlyList<string[]> cases) =>
        cases.Where(c => c.Length != 4 || c.Any(cell => cell.Length == 0) || !NamesSomething(c[3])).Select(c => $"{c[0]} lacks a cell or a test");

    /// <summary>Files that are not there, and tests that no file of that name has.</summary>
    /// <param name="text">Where they are named.</param>
    /// <param name="tests">The files that tests may stand in.</param>
    /// <param name="isThere">Whether there is a file or folder, by its path from the root.</param>
    public static IEnumerable<string> Missing(string text, IReadOnlyList<SourceFile> tests, Func<string, bool> isThere)
    {
        var byName = tests.ToLookup(f => f.Name);
        return Test().Matches(text).Select(t => (File: t.Groups["file"].Value, Name: t.Groups["test"].Value)).Distinct()
            .Where(t => !byName[t.File].Any(f => f.HasTest(t.Name))).Select(t => $"{t.File} has no test {t.Name}")
            .Concat(Place().Matches(text).Select(p => p.Groups["path"].Value).Distinct().Where(p => !isThere(p)).Select(p => $"there is no {p}"))
            .Concat(Code().Matches(text).Select(c => c.Value).Distinct().Where(c => !NamesSomething(c)).Select(c => $"{c} is neither a path nor a test"));
    }

    /// <summary>What the document must say of their number.</summary>
    public static string Sum(IReadOnlyList<string[]> rows)
    {
        int Of(string state) => rows.Count(r => r[2] == state);
        return $"Of {rows.Count} requirements {Of("met")} are met, {Of("partly")} are met partly, {Of("not met")} are not met, {Of("does not apply")} do not apply.";
    }

    private static string? Problem(string[] row) => row switch
    {
        { Length: not 4 } => "has not four cells",
        _ when row[1].Length == 0 => "does not say what it asks for",
        _ when !States.Contains(row[2], StringComparer.Ordinal) => $"is {row[2]}, which is no state",
        [_, _, "met" or "partly", var shown] when !NamesSomething(shown) => "names neither a test nor a file",
        [_, _, "partly", var shown] when !shown.Contains("Missing", StringComparison.Ordinal) => "does not say what is missing",
        [_, _, _, ""] => "gives no reason",
        _ => null,
    };

    private static bool NamesSomething(string cell) => Test().IsMatch(cell) || Place().IsMatch(cell);

    private static string[] Cells(string row) => row.Trim('|').Split('|', StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \|.*\|$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Requirement();

    [GeneratedRegex(@"^\| \*\*.*\|$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Case();

    [GeneratedRegex(@"`(?<file>\w+\.cs): (?<test>\w+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Test();

    [GeneratedRegex(@"`(?<path>(?:src|tests|docs|db|bench|samples|\.ci)(?:/[\w.@-]+)+|Directory\.\w+\.props)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"`[^`\n]*\.cs\b[^`\n]*`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
