using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.Excel;

public sealed class WorkbookTests
{
    private const string Headings = "Role,Employee no,Start,End";
    private const string Early = "2|Ward|N1||2026-10-12T07:00:00|2026-10-12T15:00:00|1|";

    [Theory]
    [InlineData("22", "46307.2916666667", "46307.625")]
    [InlineData("22", "46307.29166204", "46307.624996")]
    [InlineData("yyyy\\-mm\\-dd hh:mm", "46307.291666666664", "46307.625")]
    [InlineData("[$-F800]dddd, mmmm dd, yyyy", "46307.291666666664", "46307.625")]
    [InlineData("hh:mm", "46307.291666666664", "46307.625")]
    [InlineData("[h]:mm", "46307.291666666664", "46307.625")]
    [InlineData("58", "46307.291666666664", "46307.625")]
    [InlineData("[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm;@", "46307.291666666664", "46307.625")]
    public void A_moment_is_read_under_any_format_of_dates(string format, string start, string end)
    {
        var reading = Read(Headings, ["Ward", "N1", Number(start, 1), Number(end, 1)], format);

        Assert.Equal([Early], Corpus.Drafts(reading));
        Assert.Empty(Corpus.Problems(reading));
    }

    [Theory]
    [InlineData("20", "0.291666666666667", "1", "2026-10-12T07:00:00|2026-10-13T00:00:00")]
    [InlineData("46", "0.291666666666667", "1", "2026-10-12T07:00:00|2026-10-13T00:00:00")]
    [InlineData("[hh]:mm", "0.2916666", "0.625", "2026-10-12T07:00:00|2026-10-12T15:00:00")]
    [InlineData("h:mm AM/PM", "0.2916666", "0.9999999", "2026-10-12T07:00:00|2026-10-13T00:00:00")]
    [InlineData("32", "0.291666666666667", "0.625", "2026-10-12T07:00:00|2026-10-12T15:00:00")]
    [InlineData("hh:mm:ss", "0.2916782407", "0.625", "2026-10-12T07:00:01|2026-10-12T15:00:00")]
    public void A_time_alone_stands_beside_its_date(string format, string start, string end, string times)
    {
        var reading = Read("Role,Employee no,Date,Start time,End time", ["Ward", "N1", Number("46307", 1), Number(start, 2), Number(end, 2)], "14", format);

        Assert.Equal([$"2|Ward|N1||{times}|1|"], Corpus.Drafts(reading));
    }

    [Fact]
    public void A_workbook_may_count_its_days_from_1904()
    {
        var row = WrittenWorkbook.Row("Ward", "N1", Number("44845.291666666664", 1), Number("44845.625", 1));

        Assert.Equal([Early], Corpus.Drafts(Corpus.Read("r.xlsx", WrittenWorkbook.Of(Head(Headings) + row, ["22"], since1904: true))));
    }

    [Fact]
    public void A_date_without_a_time_stays_one() =>
        Assert.Equal(["2 Start date-only"], Corpus.Problems(Read(Headings, ["Ward", "N1", Number("46307", 1), Number("46307.625", 2)], "14", "22")));

    [Fact]
    public void A_number_that_is_no_date_is_written_as_it_is()
    {
        var reading = Read(Headings, ["Ward", "<c><v>7</v></c>", Number("12.5", 1), Number("46307.625", 2)], "0.00", "22");

        Assert.Equal("12.5", Assert.Single(reading.Problems.ToList()).Value);
    }

    [Fact]
    public void Texts_are_shared_rich_or_the_results_of_formulas()
    {
        string[] strings = ["<t>Ward </t><phoneticPr/>", "<r><t>N</t></r><r><rPr><b/></rPr><t>1</t></r><rPh sb='0' eb='1'><t>エヌ</t></rPh>", "<t>a_x005F_x0041_b</t>"];
        var row = WrittenWorkbook.Row("<c t='s'><v>0</v></c>", "<c t='s'><v>1</v></c>", "<c t='str'><f>A1&amp;B1</f><v>2026-10-12 07:00</v></c>", "<c t='d'><v>2026-10-12T15:00:00</v></c>", "<c t='s'><v>2</v></c>");

        Assert.Equal([Early + "a_x0041_b"], Corpus.Drafts(Corpus.Read("r.xlsx", WrittenWorkbook.Of(Head(Headings + ",Shift") + row, strings: strings))));
    }

    [Fact]
    public void A_strict_workbook_reads_the_same() =>
        Assert.Equal([Early], Corpus.Drafts(Corpus.Read("r.xlsx", WrittenWorkbook.Of(Head(Headings) + WrittenWorkbook.Row("Ward", "N1", Number("46307.291666666664", 1), Number("46307.625", 1)), ["22"], strict: true))));

    [Fact]
    public void The_first_sheet_that_is_shown_is_read()
    {
        var workbook = WrittenWorkbook.Of(WrittenWorkbook.List(3), hideFirst: true, second: WrittenWorkbook.List(1));

        var shown = Corpus.Read("r.xlsx", workbook);
        var asked = Corpus.Read("r.xlsx", workbook, new RosterReadingOptions { Sheet = "roster" });

        Assert.Equal(("Second", 1), (shown.Sheet, shown.Drafts.Count));
        Assert.Equal(("Roster", 3), (asked.Sheet, asked.Drafts.Count));
    }

    [Fact]
    public void An_empty_sheet_is_told_with_those_that_may_be_meant()
    {
        var problem = Assert.Single(Corpus.Read("r.xlsx", WrittenWorkbook.Of("", second: WrittenWorkbook.List(1))).Problems.ToList());

        Assert.Equal("empty-sheet", problem.Code);
        Assert.Contains("'Second'", problem.Message, StringComparison.Ordinal);
    }

    private static RosterReading Read(string headings, string[] cells, params string[] styles) =>
        Corpus.Read("r.xlsx", WrittenWorkbook.Of(Head(headings) + WrittenWorkbook.Row(cells), styles));

    private static string Head(string headings) => WrittenWorkbook.Row(headings.Split(','));

    private static string Number(string value, int style) => $"<c s='{style}'><v>{value}</v></c>";
}
