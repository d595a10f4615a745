using System.Text.RegularExpressions;

namespace OnCall.Architecture.Tests;

/// <summary>What <c>docs/safety.md</c> says of code and tests, held against both.</summary>
internal static partial class SafetyTable
{
    public const int Rules = 12;

    /// <summary>The rows of the table, each cut into its cells: number, rule, kept by, proven by, still waits.</summary>
    public static IReadOnlyList<string[]> Rows(string text) =>
        [.. Row().Matches(text).Select(r => r.Value.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    /// <summary>Rules that are left out, and those that neither a test proves nor anything is said to be waited for.</summary>
    public static IEnumerable<string> Gaps(IReadOnlyList<string[]> rows) =>
        Enumerable.Range(1, Rules).Where(n => rows.Count(r => r[0] == $"{n}") != 1).Select(n => $"rule {n} has not one row")
            .Concat(rows.Where(r => !Test().IsMatch(r[3]) && r[4].Length == 0).Select(r => $"rule {r[0]} has neither a test nor anything that it waits for"));

    /// <summary>Tests that the class named before them does not have, and those that no class is named for.</summary>
    public static IEnumerable<string> MissingTests(IReadOnlyList<string[]> rows, IReadOnlyDictionary<string, SourceFile> tests)
    {
        foreach (var cell in rows.Select(r => r[3]))
        {
            foreach (Match named in Group().Matches(cell))
            {
                var (type, path) = (named.Groups["type"].Value, named.Groups["path"].Value);
                var file = tests.GetValueOrDefault(path);
                if (file is null || !file.Types().Any(t => t.Name == type))
                {
                    yield return $"{path} has no {type}";
                }

                foreach (var test in Test().Matches(named.Groups["tests"].Value).Select(t => t.Groups["name"].Value).Where(t => file?.HasTest(t) != true))
                {
                    yield return $"{path} has no test {test}";
                }
            }

            foreach (Match stray in Test().Matches(Group().Replace(cell, "")))
            {
                yield return $"{stray.Groups["name"].Value} stands under no class";
            }
        }
    }

    /// <summary>Types that the code does not have.</summary>
    public static IEnumerable<string> MissingTypes(IReadOnlyList<string[]> rows, IReadOnlySet<string> types) =>
        rows.SelectMany(r => Type().Matches(r[2])).Select(t => t.Groups["name"].Value).Where(t => !types.Contains(t)).Select(t => $"there is no type {t}");

    [GeneratedRegex(@"^\| \d+ \|.*\|$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?<type>\w+)\]\(\.\./(?<path>tests/[\w/]+\.cs)\):(?<tests>(?: `\w+`,?)+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Group();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*_\w+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Test();

    [GeneratedRegex(@"`(?<name>[A-Z][a-z]\w+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Type();
}
