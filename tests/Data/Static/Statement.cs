using System.Globalization;
using System.Text.RegularExpressions;
using OnCall.Data.Rows;
using OnCall.Data.Schema;
using OnCall.Testing;

namespace OnCall.Data.Tests.Static;

/// <summary>One named statement of a store's <c>.sql</c> file, and where it stands.</summary>
/// <param name="File">Path from the root of the checkout.</param>
/// <param name="Line">Line of the file on which the text begins, from 1.</param>
internal sealed partial record Statement(string File, string Name, int Line, string Text)
{
    public bool ForSqlite => !File.EndsWith(".sqlserver.sql", StringComparison.Ordinal);

    public bool ForSqlServer => !File.EndsWith(".sqlite.sql", StringComparison.Ordinal);

    /// <summary><c>PageStore</c> of <c>PageStore.sqlserver.sql</c>, with its folder.</summary>
    public string Store => File[..File.IndexOf('.', File.LastIndexOf('/'))];

    /// <summary>A store may be cut into several files of one class or one folder.</summary>
    public string Code => string.Concat(SourceTree.Files(File[..File.LastIndexOf('/')], "*.cs").Select(file => System.IO.File.ReadAllText(SourceTree.PathOf(file))));

    /// <summary>
    /// The text as it is sent: where a list has one element, Dapper makes <c>in (@ids)</c> of <c>in @ids</c>; for many rows SQLite gets a group of
    /// parameters each.
    /// </summary>
    public string Sent => InList().Replace(Text.Contains("values @rows", StringComparison.Ordinal) ? new RowTemplate(Text).For(3) : Text, "${in} (${list})");

    /// <summary>How long the words of a list are that the store sends as varchar (<c>kinds = Varchar.List(…, 20)</c>); null when it sends none of this name.</summary>
    public int? ListOfVarchar(string parameter)
    {
        var lengths = ListsOfVarchar().Matches(Code).Where(match => "@" + match.Groups["name"].Value == parameter).Select(match => int.Parse(match.Groups["length"].Value, CultureInfo.InvariantCulture)).ToArray();
        return lengths.Length == 0 ? null : lengths.Min();
    }

    /// <summary>Every statement that ships.</summary>
    public static IReadOnlyList<Statement> Shipped { get; } =
        [.. SourceTree.Files("src/OnCall.Data", "*.sql").SelectMany(file => Read(file, System.IO.File.ReadAllText(SourceTree.PathOf(file))))];

    /// <summary>Cuts a file the way the program does, and finds the lines again.</summary>
    public static IEnumerable<Statement> Read(string file, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var from = 0;
        foreach (var (name, statement) in SqlText.Split(file, text))
        {
            var header = Array.FindIndex(lines, from, line => line.Contains("-- name:", StringComparison.Ordinal) && line.Split("-- name:")[1].Trim() == name);
            from = header + 1;
            while (from < lines.Length && lines[from].Trim().Length == 0)
            {
                from++;
            }

            yield return new(file, name, from + 1, statement);
        }
    }

    [GeneratedRegex(@"\b(?<name>\w+) = Varchar\.List\([^\n]*?, (?<length>\d+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListsOfVarchar();

    [GeneratedRegex(@"\b(?<in>in)\s+(?<list>@\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InList();
}
