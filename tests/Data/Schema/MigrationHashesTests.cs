using OnCall.Data.Schema;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Schema;

/// <summary><c>db/migrations/hashes.txt</c> pins the scripts, in the format of <c>sha256sum</c>.</summary>
public sealed class MigrationHashesTests
{
    private const string Remedy =
        "A script that has shipped never changes: restore it and write a new one. For a new script, or one that no release has carried: cd db/migrations && sha256sum sqlite/*.sql sqlserver/*.sql > hashes.txt";

    [Fact]
    public void Every_migration_is_the_one_that_was_pinned()
    {
        var problems = Problems(Pinned(File.ReadAllLines(SourceTree.PathOf("db/migrations/hashes.txt"))), Scripts());
        Assert.True(problems.Count == 0, string.Join('\n', problems.Append(Remedy)));
    }

    [Fact]
    public void A_changed_a_new_and_a_missing_script_are_found()
    {
        var pinned = Pinned(["00  sqlite/0001_a.sql", "11  sqlite/0002_b.sql"]);
        var found = Problems(pinned, new(StringComparer.Ordinal) { ["sqlite/0001_a.sql"] = "ff", ["sqlite/0003_c.sql"] = "22" });
        Assert.Equal(["sqlite/0001_a.sql was changed", "sqlite/0003_c.sql is not pinned", "sqlite/0002_b.sql is pinned but gone"], found);
    }

    [Fact]
    public void Both_databases_have_the_same_scripts() =>
        Assert.Equal(
            MigrationScript.Shipped(DatabaseProvider.Sqlite).Select(script => script.Name),
            MigrationScript.Shipped(DatabaseProvider.SqlServer).Select(script => script.Name));

    private static List<string> Problems(Dictionary<string, string> pinned, Dictionary<string, string> scripts) =>
    [
        .. scripts.Where(script => pinned.TryGetValue(script.Key, out var hash) && hash != script.Value).Select(script => $"{script.Key} was changed"),
        .. scripts.Keys.Where(script => !pinned.ContainsKey(script)).Select(script => $"{script} is not pinned"),
        .. pinned.Keys.Where(script => !scripts.ContainsKey(script)).Select(script => $"{script} is pinned but gone"),
    ];

    private static Dictionary<string, string> Scripts() => SourceTree.Files("db/migrations", "*.sql").ToDictionary(
        file => file["db/migrations/".Length..],
        file => new MigrationScript(Path.GetFileName(file), File.ReadAllText(SourceTree.PathOf(file))).Hash,
        StringComparer.Ordinal);

    private static Dictionary<string, string> Pinned(IEnumerable<string> lines) => lines
        .Select(line => line.Split("  ", 2))
        .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
}
