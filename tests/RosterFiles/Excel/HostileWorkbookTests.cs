using System.Diagnostics;
using System.Text;
using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.Excel;

/// <summary>Small workbooks that unpack to what a reader would keep in memory, or look at for ever.</summary>
public sealed class HostileWorkbookTests
{
    [Fact]
    public void Elements_within_elements_without_end_are_not_followed() => Assert.Equal(["0 corrupt-workbook"], Quickly(Repeated("<a>", 1_000_000)));

    [Fact]
    public void A_tag_without_end_is_not_read() => Assert.Equal(["0 corrupt-workbook"], Quickly("<row " + Repeated("a='' ", 1_000_000)));

    [Fact]
    public void Names_without_number_are_not_kept() =>
        Assert.Equal(["0 corrupt-workbook"], Quickly(Enumerable.Range(0, 100_000).Aggregate(new StringBuilder(), (text, i) => text.Append("<n").Append(i).Append("/>")).ToString()));

    [Fact]
    public void A_grid_of_rows_that_go_on_far_to_the_right_is_read_as_far_as_its_days()
    {
        var rows = WrittenWorkbook.Row("Employee no", "2026-10-12", "2026-10-13", "2026-10-14", "2026-10-15", "2026-10-16") + Repeated("<row><c r='ALJ1'><v>1</v></c></row>", 50_000);

        Assert.Equal(["0 no-rows"], Quickly(rows));
    }

    [Fact]
    public void A_list_of_rows_that_go_on_far_to_the_right_is_told_at_once()
    {
        var rows = WrittenWorkbook.Row("Role", "Employee no", "Start", "End")
            + Repeated("<row><c t='str'><v>W</v></c><c t='str'><v>N</v></c><c t='str'><v>1/2/2026 07:00</v></c><c t='str'><v>1/2/2026 08:00</v></c><c r='ALJ1'><v>1</v></c></row>", 50_000);

        Assert.Contains("0 more-problems", Quickly(rows));
    }

    [Fact]
    public void Letters_that_nothing_explains_are_counted_and_no_longer_told() => Assert.Contains("0 more-problems", Quickly(
        WrittenWorkbook.Row("Employee no", "2026-10-12", "2026-10-13", "2026-10-14", "2026-10-15", "2026-10-16") + Repeated("<row><c><v>1</v></c><c t='str'><v>Q/Q/Q/Q</v></c></row>", 50_000)));

    [Fact]
    public void A_text_of_the_first_rows_that_no_heading_has_is_not_taken_apart()
    {
        var cells = Repeated("<c t='s'><v>0</v></c>", 500);

        Assert.NotEmpty(Quickly(Repeated($"<row>{cells}</row>", 30), "<t>12" + Repeated(" 1", 8_000) + "</t>"));
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static List<string> Quickly(string rows, params string[] strings)
    {
        var workbook = WrittenWorkbook.Of(rows, strings: strings);
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problems = Corpus.Problems(Corpus.Read("r.xlsx", workbook, new RosterReadingOptions { Role = "Ward" })).ToList();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_500_000_000, $"It took {GC.GetAllocatedBytesForCurrentThread() - before} bytes.");
        return problems;
    }
}
