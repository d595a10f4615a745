using System.Text.RegularExpressions;

namespace OnCall.Architecture.Tests;

/// <summary>One word, one thing. The left word is never used; the right one says what it is called here.</summary>
internal static partial class Words
{
    private static readonly Dictionary<string, string> Never = new(StringComparer.OrdinalIgnoreCase)
    {
        ["slot"] = "shift", ["duty"] = "shift", ["assignment"] = "shift",
        ["schedule"] = "roster", ["schedules"] = "roster",
        ["override"] = "cover", ["substitution"] = "cover", ["substitute"] = "cover",
        ["alert"] = "page", ["incident"] = "page", ["ticket"] = "page",
        ["chain"] = "policy", ["level"] = "step",
        ["assignee"] = "responder",
        ["helper"] = "a name of what it does", ["helpers"] = "a name of what it does",
        ["util"] = "a name of what it does", ["utils"] = "a name of what it does", ["utility"] = "a name of what it does",
        ["manager"] = "a name of what it does", ["managers"] = "a name of what it does",
    };

    // The hash chain of the audit trail is a chain, and in the scheduler a schedule is Quartz's.
    private static readonly HashSet<(string Place, string Word)> Meant = [("Audit", "chain"), ("OnCall.Scheduler", "schedule")];

    /// <summary>Types whose name holds a word that means something else here, or nothing.</summary>
    public static IEnumerable<string> Problems(IEnumerable<SourceFile> files) =>
        from file in files
        from type in file.Types()
        from problem in Problems(file, type.Name)
        select problem;

    /// <summary>The same for tables and columns.</summary>
    public static IEnumerable<string> Problems(string place, IEnumerable<string> names) =>
        from name in names
        from word in name.Split('_')
        where Never.ContainsKey(word)
        select $"{place}: '{word}' in {name}: say {Never[word]}";

    private static IEnumerable<string> Problems(SourceFile file, string type)
    {
        var words = Word().Matches(type).Select(match => match.Value).ToArray();
        foreach (var word in words.Where(word => Never.ContainsKey(word) && !IsMeant(file, word)))
        {
            yield return $"{file.Path}: '{word}' in {type}: say {Never[word]}";
        }

        if (words.Length > 1 && words[^1] == "Dispatcher")
        {
            yield return $"{file.Path}: {type}: a dispatcher is a person here";
        }
    }

    private static bool IsMeant(SourceFile file, string word) =>
        file.Path.Split('/').Any(place => Meant.Contains((place, word.ToLowerInvariant())));

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
