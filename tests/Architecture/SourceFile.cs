using System.Text.RegularExpressions;
using OnCall.Testing;

namespace OnCall.Architecture.Tests;

/// <summary>A C# or Razor file of the checkout, or one that a test plants.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public int LineCount => Text.TrimEnd().Split('\n').Length;

    /// <summary>The text with comments and the insides of strings blanked, line for line.</summary>
    public string Code { get; } = CommentOrString().Replace(Text, match => new string('\n', match.Value.Count(c => c == '\n')));

    public static IReadOnlyList<SourceFile> Under(params string[] folders) =>
    [
        .. from folder in folders
           from pattern in new[] { "*.cs", "*.cshtml" }
           from file in SourceTree.Files(folder, pattern)
           select new SourceFile(file, File.ReadAllText(SourceTree.PathOf(file)).ReplaceLineEndings("\n")),
    ];

    /// <summary>The types declared in the file: name, whether it is public, whether it stands outside every other type.</summary>
    public IEnumerable<(string Name, bool Public, bool TopLevel)> Types() => Declaration().Matches(Code)
        .Select(match => (match.Groups["name"].Value, match.Groups["modifiers"].Value.Contains("public", StringComparison.Ordinal), match.Groups["indent"].Length == 0));

    /// <summary>Whether it holds a test of this name. Its attribute stands right above it, with the lines of a theory between.</summary>
    public bool HasTest(string name) => Regex.IsMatch(
        Code, $@"\[(Fact|Theory)\b[^;{{}}]*?\bpublic (async )?(Task|void) {name}\(", RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"{3,}.*?"{3,}|[@$]*"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'""", RegexOptions.Singleline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex CommentOrString();

    [GeneratedRegex(
        @"^(?<indent>[ \t]*)(?<modifiers>(?:(?:public|internal|private|protected|file|static|abstract|sealed|partial|readonly|ref)\s+)*)(?:record\s+class|record\s+struct|class|record|struct|interface|enum|delegate\s+[\w<>?\[\], ]+?)\s+(?<name>[A-Z]\w*)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        5000)]
    private static partial Regex Declaration();
}
