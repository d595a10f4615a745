using System.Diagnostics;
using System.IO.Compression;
using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.Excel;

public sealed class BrokenWorkbookTests
{
    public static TheoryData<string> Broken => [.. Corpus.Files("broken/excel")];

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_wrong_is_told_with_what_to_do(string name)
    {
        var reading = Corpus.Read(name, Corpus.Bytes("broken/excel", name));

        Assert.Equal(Corpus.Expected("broken/excel", name), Corpus.Problems(reading));
        Assert.True(reading.Problems.HasErrors);
        Assert.All(reading.Problems.ToList(), problem => Assert.True(problem.Message.Length > 30, problem.Message));
    }

    [Fact]
    public void A_part_that_is_made_to_overflow_is_not_unpacked()
    {
        var bomb = WrittenWorkbook.Archive(archive =>
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++)
            {
                part.Write(zeros);
            }
        });

        Refuse(bomb, "workbook-too-large");
    }

    [Fact]
    public void Parts_without_number_are_not_counted_out() => Refuse(
        WrittenWorkbook.Archive(archive =>
        {
            for (var i = 0; i <= 10_000; i++)
            {
                archive.CreateEntry($"part{i}", CompressionLevel.NoCompression);
            }
        }),
        "workbook-too-large");

    [Fact]
    public void A_part_that_says_it_is_small_is_read_no_further()
    {
        var workbook = WrittenWorkbook.Of(WrittenWorkbook.List(2_000));
        var before = Corpus.Read("roster.xlsx", workbook);
        Assert.Empty(Corpus.Problems(before));

        // The size of the sheet as the central directory has it.
        var at = workbook.AsSpan().LastIndexOf("xl/worksheets/sheet1.xml"u8) - 46 + 24;
        BitConverter.TryWriteBytes(workbook.AsSpan(at), 500);

        Refuse(workbook, "corrupt-workbook");
    }

    [Theory]
    [InlineData("ZZZZ", "unknown-sheet")]
    public void A_sheet_that_is_not_there_is_told_with_those_that_are(string asked, string code)
    {
        var reading = Corpus.Read("roster.xlsx", WrittenWorkbook.Of(WrittenWorkbook.List(1)), new RosterReadingOptions { Sheet = asked });

        var problem = Assert.Single(reading.Problems.ToList());
        Assert.Equal((0, code), (problem.Row, problem.Code));
        Assert.Contains("'Roster'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_of_more_rows_than_the_limit_is_refused() =>
        Assert.Equal(
            ["4 too-many-rows"],
            Corpus.Problems(Corpus.Read("roster.xlsx", WrittenWorkbook.Of(WrittenWorkbook.List(4)), new RosterReadingOptions { MaxRows = 2 })));

    private static void Refuse(byte[] workbook, string code)
    {
        var began = Stopwatch.GetTimestamp();
        var reading = Corpus.Read("roster.xlsx", workbook);

        Assert.Equal([$"0 {code}"], Corpus.Problems(reading));
        Assert.Empty(reading.Drafts);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
    }
}
