using System.Text.RegularExpressions;
using System.Xml.Linq;
using OnCall.Testing;

namespace OnCall.Architecture.Tests.Sentences;

/// <summary>The translated sentences of one language, as their file holds them.</summary>
internal static partial class SentenceText
{
    public static IReadOnlyDictionary<string, string> Of(string language) =>
        XDocument.Load(SourceTree.PathOf($"src/OnCall.Api/Screens/Wording/Texts/Sentences.{language}.resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>All that is translated into that language, the screens' own texts too, as <see cref="Shape"/>.</summary>
    public static IReadOnlySet<string> ShapesOf(string language) =>
        SourceTree.Files("src/OnCall.Api/Screens/Wording/Texts", $"*.{language}.resx").SelectMany(file => Keys(file)).Select(Shape).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Keys(string file) => XDocument.Load(SourceTree.PathOf(file)).Root!.Elements("data").Select(data => data.Attribute("name")!.Value);

    /// <summary>A sentence whatever its arguments are called.</summary>
    public static string Shape(string sentence) => Argument().Replace(sentence, match => match.Groups["name"].Success ? "{}" : match.Value);

    public static IEnumerable<string> Arguments(string sentence) =>
        Argument().Matches(sentence).Where(match => match.Groups["name"].Success).Select(match => match.Groups["name"].Value).Distinct().Order();

    [GeneratedRegex(@"\{\{|\}\}|\{(?<name>\w+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Argument();
}
