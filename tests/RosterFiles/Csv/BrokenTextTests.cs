using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Amion;
using OnCall.RosterFiles.Csv;
using OnCall.RosterFiles.Tests.Excel;
using Xunit;

namespace OnCall.RosterFiles.Tests.Csv;

public sealed class BrokenTextTests
{
    private const string Folder = "broken/text";

    public static TheoryData<string> Names => [.. Corpus.Files(Folder).Where(name => !name.StartsWith("make", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_wrong_is_told_with_what_to_do(string name)
    {
        var file = new RosterFile(name, Corpus.Bytes(Folder, name));
        IRosterReader reader = new AmionRosterReader().CanRead(file) ? new AmionRosterReader() : new CsvRosterReader();

        var reading = reader.Read(file, new RosterReadingOptions());

        Assert.Equal(Corpus.Expected(Folder, name).Order(StringComparer.Ordinal), Corpus.Problems(reading).Order(StringComparer.Ordinal));
        Assert.True(reading.Problems.HasErrors);
        Assert.All(reading.Problems.ToList(), p => Assert.True(p.Message.Length > 20, p.Message));
    }

    [Fact]
    public void A_hundred_broken_files_are_kept() =>
        Assert.True(((string[])["broken/text", "broken/excel", "broken/ical"]).Sum(folder => Corpus.Files(folder).Count()) >= 100);
}
