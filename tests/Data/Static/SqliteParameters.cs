using System.Text.RegularExpressions;

namespace OnCall.Data.Tests.Static;

/// <summary>SQLite also takes <c>:name</c>, <c>$name</c> and <c>?</c> for parameters; OnCall writes <c>@name</c> everywhere.</summary>
internal static partial class SqliteParameters
{
    /// <summary>A parameter in another form; null when there is none.</summary>
    public static string? Odd(string text) => Other().Match(Quoted().Replace(text, "''")) is { Success: true } odd ? odd.Value : null;

    [GeneratedRegex(@"'(?:[^']|'')*'|--[^\n]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\?[0-9]*|(?<![:\w]):[A-Za-z_]\w*|\$\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();
}
