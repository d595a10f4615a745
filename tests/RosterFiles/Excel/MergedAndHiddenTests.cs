using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.Excel;

/// <summary>Workbooks that show something else than their cells hold one by one.</summary>
public sealed class MergedAndHiddenTests
{
    private const string Start = "2026-10-12 07:00";
    private const string End = "2026-10-12 15:00";

    private static readonly string Head = WrittenWorkbook.Row("Role", "Employee no", "Start", "End", "Tier");

    [Fact]
    public void What_lies_over_several_rows_counts_in_each_of_them()
    {
        var rows = Head + WrittenWorkbook.Row("Ward", "N1", Start, End, "2") + "<row><c r='B3' t='inlineStr'><is><t>N2</t></is></c></row>" + WrittenWorkbook.Row("Clinic", "N3", Start, End);

        var reading = Read(rows, "A2:A3", "C2:C3", "D2:D3", "E2:E3");

        Assert.Equal(
            ["2|Ward|N1||2026-10-12T07:00:00|2026-10-12T15:00:00|2|", "3|Ward|N2||2026-10-12T07:00:00|2026-10-12T15:00:00|2|", "4|Clinic|N3||2026-10-12T07:00:00|2026-10-12T15:00:00|1|"],
            Corpus.Drafts(reading));
        Assert.Empty(Corpus.Problems(reading));
    }

    [Fact]
    public void Merged_headings_are_no_values() =>
        Assert.Equal(["3 Role missing-value"], Corpus.Problems(Read(Head + WrittenWorkbook.Row("Ward", "N1", Start, End) + WrittenWorkbook.Row("<c/>", "N2", Start, End), "A1:A3")));

    [Theory]
    [InlineData("A2:B3", "B3:C4")]
    [InlineData("A2:A3", "A2:A3")]
    public void Merged_cells_over_each_other_are_damage(params string[] merged) =>
        Assert.Equal(["0 corrupt-workbook"], Corpus.Problems(Read(Head + WrittenWorkbook.Row("Ward", "N1", Start, End) + WrittenWorkbook.Row("Ward", "N1", Start, End), merged)));

    [Fact]
    public void A_formula_whose_result_is_not_in_the_file_is_no_empty_cell()
    {
        var tier = Read(Head + WrittenWorkbook.Row("Ward", "N1", Start, End, "<c><f>1+1</f></c>"));
        var empty = Read(Head + WrittenWorkbook.Row("Ward", "N1", Start, End, "<c t='str'><f>IF(1,\"\")</f><v></v></c>"));

        Assert.Equal(["2 Tier error-cell"], Corpus.Problems(tier));
        Assert.Contains("does not hold its result", Assert.Single(tier.Problems.ToList()).Message, StringComparison.Ordinal);
        Assert.Empty(Corpus.Problems(empty));
    }

    [Fact]
    public void A_hidden_row_is_read_and_told_once()
    {
        var shift = WrittenWorkbook.Row("Ward", "N1", Start, End);
        var hidden = WrittenWorkbook.Row("Ward", "N2", Start, End).Replace("<row>", "<row hidden='1'>", StringComparison.Ordinal);

        var reading = Read(Head + shift + hidden + hidden);

        Assert.Equal(3, reading.Drafts.Count);
        Assert.Equal(["3 hidden-row"], Corpus.Problems(reading));
        Assert.False(reading.Problems.HasErrors);
    }

    [Fact]
    public void A_second_sheet_with_shifts_is_told_unless_one_was_asked_for()
    {
        var workbook = WrittenWorkbook.Of(WrittenWorkbook.List(3), second: WrittenWorkbook.List(1));

        var first = Corpus.Read("r.xlsx", workbook);
        var asked = Corpus.Read("r.xlsx", workbook, new RosterReadingOptions { Sheet = "Second" });

        Assert.Equal(["0 other-sheets"], Corpus.Problems(first));
        Assert.Contains("'Second'", Assert.Single(first.Problems.ToList()).Message, StringComparison.Ordinal);
        Assert.Empty(Corpus.Problems(asked));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<row><c t='inlineStr'><is><t>Notes: 12 October</t></is></c></row>")]
    [InlineData("<row><c")]
    public void A_second_sheet_of_something_else_is_not_told(string second) =>
        Assert.Empty(Corpus.Problems(Corpus.Read("r.xlsx", WrittenWorkbook.Of(WrittenWorkbook.List(1), second: second))));

    private static RosterReading Read(string rows, params string[] merged) => Corpus.Read("r.xlsx", WrittenWorkbook.Of(rows, merged: merged));
}
