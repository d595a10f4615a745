using System.Text.RegularExpressions;

namespace OnCall.Architecture.Tests;

/// <summary>Files are small and each tells of one thing.</summary>
internal static partial class Files
{
    public const int MostLines = 200;

    // A table of cases is read from top to bottom and gains nothing by a cut.
    private const int MostTestLines = 300;

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        from file in files
        let most = file.Path.StartsWith("tests/", StringComparison.Ordinal) ? MostTestLines : MostLines
        where file.LineCount > most
        select $"{file.Path} has {file.LineCount} lines, more than {most}: what are its two halves called?";

    /// <summary>A contract may have its two subclasses beside it: they say nothing but which database.</summary>
    public static IEnumerable<string> SeveralPublicTypes(IEnumerable<SourceFile> files) =>
        from file in files
        let types = file.Types().Where(type => type is { Public: true, TopLevel: true }).Select(type => type.Name).Distinct().Where(type => !IsOfContract(file, type)).ToArray()
        where types.Length > 1
        select $"{file.Path} has {types.Length} public types: {string.Join(", ", types)}";

    /// <summary><c>Page.cs</c> holds Page, <c>Page.Rows.cs</c> a part of it; a screen's <c>Index.cshtml.cs</c> is named for the screen.</summary>
    public static IEnumerable<string> Misnamed(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.Name.Contains(".cshtml", StringComparison.Ordinal)
        let types = file.Types().Where(type => type.TopLevel).Select(type => type.Name).ToArray()
        where types.Length > 0 && !types.Contains(file.Name[..file.Name.IndexOf('.', StringComparison.Ordinal)])
        select $"{file.Path} holds {string.Join(", ", types)}";

    /// <summary>The framework's first, then by name; those that give another name come after.</summary>
    public static IEnumerable<string> UsingsOutOfOrder(IEnumerable<SourceFile> files) =>
        from file in files
        let names = Using().Matches(file.Text).Select(found => found.Groups["name"].Value).ToArray()
        let sorted = names.OrderBy(name => name is not "System" && !name.StartsWith("System.", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.OrdinalIgnoreCase).ToArray()
        where !names.SequenceEqual(sorted)
        select $"{file.Path}: {names.Zip(sorted).First(pair => pair.First != pair.Second).First} is out of order";

    [GeneratedRegex(@"^using (?<name>[\w.]+);$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Using();

    private static bool IsOfContract(SourceFile file, string type) =>
        file.Name.EndsWith("Contract.cs", StringComparison.Ordinal)
        && file.Name[..^"Contract.cs".Length] is var subject
        && (type == subject + "OnSqlite" || type == subject + "OnSqlServer");
}
