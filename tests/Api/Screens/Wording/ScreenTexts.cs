using System.Text.RegularExpressions;
using OnCall.Testing;

namespace OnCall.Api.Tests.Screens.Wording;

/// <summary>Reads the sources of the screens for the texts that they ask for, and for words that they show without asking.</summary>
internal static partial class ScreenTexts
{
    /// <summary>Every text that a source asks for, by its English.</summary>
    internal static IEnumerable<string> AskedFor(string source) =>
        Asked().Matches(source).Select(m => m.Groups["text"].Value)
            .Concat(Many().Matches(source).SelectMany(m => new[] { m.Groups["one"].Value, m.Groups["many"].Value }))
            .Select(Regex.Unescape);

    /// <summary>The words of a screen's HTML that are English whoever reads it.</summary>
    internal static IEnumerable<string> Bare(string screen)
    {
        var html = Expression().Replace(Directive().Replace(Comment().Replace(screen, ""), ""), " ");
        foreach (var text in Told().Matches(html).Select(m => m.Groups["text"].Value).Concat(Between().Matches(html).Select(m => m.Groups["text"].Value)))
        {
            var words = text.Replace("OnCall", "", StringComparison.Ordinal).Trim();
            if (Word().IsMatch(words) && !Example().IsMatch(words))
            {
                yield return words;
            }
        }
    }

    /// <summary>The blanks of a text, in order of their numbers.</summary>
    internal static string Blanks(string text) => string.Join(' ', Blank().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The sources of the screens with these endings, by their path from the root.</summary>
    internal static IReadOnlyDictionary<string, string> Sources(params string[] endings) => endings
        .SelectMany(e => SourceTree.Files("src/OnCall.Api", "*" + e))
        .ToDictionary(f => f, f => File.ReadAllText(SourceTree.PathOf(f)));

    [GeneratedRegex("""\b[tT](?:\[|\.Html\()\s*"(?<text>(?:[^"\\]|\\.)+)"\s*(?=[\],)])""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Asked();

    [GeneratedRegex("""\b[tT]\.Many\((?:[^"]|"\w+")*?,\s*"(?<one>(?:[^"\\]|\\.)+)",\s*"(?<many>(?:[^"\\]|\\.)+)"\)""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Many();

    [GeneratedRegex("""@\*.*?\*@|<!--.*?-->""", RegexOptions.Singleline, 5000)]
    private static partial Regex Comment();

    // Code blocks at the head, and lines of code between the lines of HTML.
    [GeneratedRegex("""\A(?:\s*@(?:page|model|using|inject)[^\n]*\n)*(?:@\{.*?\n\})?|^\s*(?:@?(?:if|else|foreach|switch|while|using|var|case|default|break)\b[^<\n]*|@for [^\n]*|[{}])$""", RegexOptions.Singleline | RegexOptions.Multiline, 5000)]
    private static partial Regex Directive();

    [GeneratedRegex("""\b(?:aria-label|placeholder|title|alt|aria-description)="(?<text>[^"]*)(?=")""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Told();

    [GeneratedRegex("""(?<=>)(?<text>[^<>]+)(?=<)""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Between();

    // @name.chain, with indexes and calls three deep; @(…) and {…} of code likewise.
    [GeneratedRegex("""@(?:[A-Za-z_][\w.]*(?:\[(?:[^\[\]]|\[[^\]]*\])*\]|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))*)(?:\.\w+(?:\((?:[^()]|\([^()]*\))*\))?)*|@\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)|&\w+;""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Expression();

    // A code as it is typed: person:N1001, page.
    [GeneratedRegex("""^[\w-]+[:.][\w-]*$""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Example();

    [GeneratedRegex("""\p{L}{2,}""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Word();

    [GeneratedRegex("""\{\d+\}""", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Blank();
}
