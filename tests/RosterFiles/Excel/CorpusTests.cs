using Xunit;

namespace OnCall.RosterFiles.Tests.Excel;

/// <summary>Workbooks that another program wrote.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Workbooks => [.. Corpus.Files("excel")];

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void What_another_program_wrote_reads_as_it_was_meant(string name)
    {
        var reading = Corpus.Read(name, Corpus.Bytes("excel", name));

        Assert.Equal(Corpus.Expected("excel", name), Corpus.Drafts(reading).Concat(Corpus.Problems(reading).Select(problem => "! " + problem)));
        Assert.Equal(name.Split('.')[^1], reading.Format);
    }

    [Theory]
    [InlineData("ward21.xlsx")]
    [InlineData("ward21.xls")]
    public void A_ward_reads_the_same_from_a_workbook_as_from_csv(string name)
    {
        var csv = Corpus.Read("ward21.csv", Corpus.Bytes("excel/source", "ward21.csv"));
        var workbook = Corpus.Read(name, Corpus.Bytes("excel", name));

        Assert.NotEmpty(csv.Drafts);
        Assert.Equal(csv.Drafts, workbook.Drafts);
        Assert.Equal(csv.Rows, workbook.Rows);
        Assert.Equal("ward21", workbook.Sheet);
        Assert.Empty(Corpus.Problems(workbook));
    }
}
