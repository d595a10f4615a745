using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OnCall.Data.Tests.Static;

/// <summary>Microsoft's own parser at the level of SQL Server 2019.</summary>
internal static partial class TSql
{
    /// <summary>The tree of a text, and what the parser could not take as <c>(line, message)</c>.</summary>
    public static (TSqlScript Script, IReadOnlyList<(int Line, string Message)> Errors) Parse(string text)
    {
        using var reader = new StringReader(text);
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return (tree as TSqlScript ?? new TSqlScript(), [.. errors.Select(error => (error.Line, error.Message))]);
    }

    /// <summary>The columns that a statement says its rows have.</summary>
    public static string? RowsOf(string text) => Rows().Match(text) is { Success: true } line ? line.Groups["columns"].Value : null;

    /// <summary>Everything that can be said of one text without a server, each with its line in the file.</summary>
    /// <param name="where">File and statement, for the message.</param>
    /// <param name="firstLine">Line of the file on which the text begins.</param>
    /// <param name="listOfVarchar">How long the words of a list parameter are that the store sends as varchar; null when it sends none.</param>
    public static IReadOnlyList<string> Check(string where, int firstLine, string text, TableCatalog tables, bool mayReadClock = false, Func<string, int?>? listOfVarchar = null)
    {
        var (script, errors) = Parse(text);
        var problems = new List<(int Line, string What)>(errors.Select(error => (error.Line, "SQL Server 2019 does not take this: " + error.Message)));
        if (problems.Count == 0)
        {
            var names = new NameCheck(tables);
            if (RowsOf(text) is { } columns)
            {
                names.Rows(columns);
            }

            script.Accept(names);
            var habits = new ForbiddenConstructs(mayReadClock);
            script.Accept(habits);
            var claims = new ClaimGuards();
            script.Accept(claims);
            var conversions = new ImplicitConversions(names.Tables, new ExpressionTypes(names.Origins), listOfVarchar ?? (_ => null));
            script.Accept(conversions);
            problems.AddRange(names.Problems.Concat(habits.Problems).Concat(claims.Problems).Concat(conversions.Problems));
        }

        return [.. problems.OrderBy(problem => problem.Line).Select(problem => $"{where}, line {firstLine + problem.Line - 1}: {problem.What}")];
    }

    [GeneratedRegex(@"^-- rows: (?<columns>.+?)\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rows();
}
