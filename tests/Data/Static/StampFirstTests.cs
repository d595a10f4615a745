using System.Text.RegularExpressions;
using OnCall.Testing;
using Xunit;

namespace OnCall.Data.Tests.Static;

/// <summary>
/// Publications, covers and swaps take the row of the roster's stamp and then look up roles and people, whose rows a foreign key makes them wait
/// for. Who wrote one of those first and then waited for the stamp would be a deadlock: whoever takes the stamp takes it before it writes anything.
/// </summary>
public sealed partial class StampFirstTests
{
    // Who opted out stands in a table that nobody writes who has the stamp.
    private static readonly string[] Last = ["OptOutStore.cs"];

    [Fact]
    public void The_stamp_is_the_first_that_a_transaction_writes()
    {
        var files = SourceTree.Files("src/OnCall.Data", "*.cs").Where(file => !Last.Contains(Path.GetFileName(file))).ToDictionary(file => file, file => File.ReadAllText(SourceTree.PathOf(file)));
        Assert.True(files.Values.Sum(text => Taken().Count(text)) > 15);
        Found.Nothing(files.SelectMany(file => Problems(file.Value).Select(problem => $"{file.Key}, {problem}")));
    }

    [Theory]
    [InlineData("async (connection, transaction) =>\n{\n    await WriteAsync(connection, transaction, role);\n    await _stamp.BumpAsync(connection, transaction);\n}", 4)]
    [InlineData("async (connection, transaction) =>\n{\n    if (await connection.ExecuteAsync(_sql[\"End\"], values, transaction) == 0) { return false; }\n\n    await connection.ExecuteAsync(_sql[\"BumpStamp\"], transaction: transaction);\n}", 5)]
    [InlineData("Task<bool> MoveAsync(DbConnection connection, DbTransaction transaction, Move move)\n{\n    await OneAsync(\"Move\", values);\n    await OneAsync(move.IsOver ? \"TakeStamp\" : \"HoldStamp\", values);\n}", 4)]
    public void One_that_is_taken_later_is_found(string code, int line) => Assert.StartsWith($"line {line}: ", Assert.Single(Problems(code).Distinct()), StringComparison.Ordinal);

    [Theory]
    [InlineData("async (connection, transaction) =>\n{\n    await first(connection, transaction);\n},\nasync (connection, transaction) =>\n{\n    await _stamp.BumpAsync(connection, transaction);\n    await WriteAsync(connection, transaction, role);\n}")]
    [InlineData("async (connection, transaction) =>\n{\n    if (await connection.ExecuteScalarAsync<int>(_sql[\"Count\"], transaction: transaction) > 0) { return false; }\n\n    await _stamp.BumpAsync(connection, transaction);\n}")]
    public void One_that_is_taken_first_or_after_a_look_passes(string code) => Assert.Empty(Problems(code));

    private static IEnumerable<string> Problems(string code) =>
        from taken in Taken().Matches(code)
        let line = code.LastIndexOf('\n', taken.Index) + 1
        let begin = Beginning().Matches(code[..line]).LastOrDefault()?.Index ?? 0
        where Waits().IsMatch(code[begin..line])
        select $"line {code[..line].Count(c => c == '\n') + 1}: something is written before the stamp is taken";

    [GeneratedRegex(@"_stamp\.BumpAsync\(|""(?:Bump|Take|Hold)Stamp""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Taken();

    /// <summary>Where a transaction begins, or goes on in a method of its own.</summary>
    [GeneratedRegex(@"\(connection, transaction\) =>|\(\s*DbConnection connection, DbTransaction transaction", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beginning();

    /// <summary>Anything that is waited for but a look, which locks nothing.</summary>
    [GeneratedRegex(@"\bawait (?!connection\.(?:ExecuteScalar|Query)|ReadAsync\(|isThere\()", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Waits();
}
