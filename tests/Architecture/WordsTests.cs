using System.Text.RegularExpressions;
using OnCall.Testing;
using Xunit;

namespace OnCall.Architecture.Tests;

public sealed partial class WordsTests
{
    [Fact]
    public void Types_are_called_by_the_words_of_the_house() => Found.Nothing(Words.Problems(SourceFile.Under("src", "tests", "bench")));

    [Fact]
    public void Tables_and_columns_are_called_by_the_words_of_the_house()
    {
        var names = SourceTree.Files("db/migrations", "*.sql").Select(file => (file, Names(File.ReadAllText(SourceTree.PathOf(file))))).ToArray();
        Assert.NotEmpty(names);
        Found.Nothing(names.SelectMany(file => Words.Problems(file.file, file.Item2)));
    }

    [Theory]
    [InlineData("src/A.cs", "public sealed class ShiftHelper;", "'Helper' in ShiftHelper")]
    [InlineData("src/A.cs", "internal static class StringUtils { }", "'Utils' in StringUtils")]
    [InlineData("src/A.cs", "    private sealed record RosterManager(int A);", "'Manager' in RosterManager")]
    [InlineData("src/A.cs", "public interface IAlertSource;", "'Alert' in IAlertSource: say page")]
    [InlineData("src/A.cs", "public readonly record struct ScheduleId(Guid Value);", "'Schedule' in ScheduleId: say roster")]
    [InlineData("src/A.cs", "public enum EscalationLevel { One }", "'Level' in EscalationLevel: say step")]
    [InlineData("src/A.cs", "public sealed class NotificationDispatcher;", "a dispatcher is a person")]
    public void A_wrong_word_is_found(string path, string text, string says) =>
        Assert.Contains(says, Assert.Single(Words.Problems([new SourceFile(path, text)])), StringComparison.Ordinal);

    [Theory]
    [InlineData("src/OnCall.Domain/Audit/AuditChain.cs", "public sealed class AuditChain;")]
    [InlineData("src/A.cs", "/// <summary>A class Helper in words.</summary>\npublic sealed class Dispatcher;")]
    [InlineData("src/A.cs", "public sealed class Utilization;")]
    public void A_right_word_passes(string path, string text) => Found.Nothing(Words.Problems([new SourceFile(path, text)]));

    [Fact]
    public void A_wrong_word_in_a_table_is_found() =>
        Assert.Equal(["x.sql: 'alert' in page_alert: say page", "x.sql: 'slot' in slot_id: say shift"], Words.Problems("x.sql", Names("create table page_alert (\n    slot_id text not null,\n    shift_id text null\n);")));

    private static IEnumerable<string> Names(string script) => Name().Matches(script).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^(?:create table |[ ]{4})(?<name>[a-z_]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
