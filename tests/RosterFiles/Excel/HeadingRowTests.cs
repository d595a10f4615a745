using OnCall.RosterFiles.Tests.Csv;
using Xunit;

namespace OnCall.RosterFiles.Tests.Excel;

/// <summary>Sheets that do not begin with their headings, in a text as in a workbook.</summary>
public sealed class HeadingRowTests
{
    private const string Shift = "Ward,N1,2026-10-12 07:00,2026-10-12 15:00\n";

    [Fact]
    public void What_stands_above_the_headings_is_a_title() =>
        Assert.Equal(["4|Ward|N1||2026-10-12T07:00|2026-10-12T15:00|1|"], Reading.Drafts("City Hospital,,,\nRole:,Ward,,\nRole,Employee no,Start,End\n" + Shift));

    [Fact]
    public void Headings_that_stand_again_on_the_next_printed_page_are_left_out()
    {
        var reading = Reading.Of("Role,Employee no,Start,End\n" + Shift + "Role,Employee no,Start,End\n" + Shift);

        Assert.Equal(["3 repeated-headings"], Reading.Problems(reading));
        Assert.False(reading.Problems.HasErrors);
        Assert.Equal([2, 4], reading.Drafts.Select(draft => draft.Row));
    }

    [Fact]
    public void A_formula_without_a_result_is_told_by_row_and_column() =>
        Assert.Equal(["2 Employee no error-cell"], Reading.Problems("Role,Employee no,Start,End,Note\nWard,#N/A,2026-10-12 07:00,2026-10-12 15:00,#REF!\n").Where(problem => problem[0] == '2'));

    [Fact]
    public void Headings_are_looked_for_in_the_first_rows_only() =>
        Assert.Contains("1 Role missing-column", Reading.Problems(string.Concat(Enumerable.Repeat("a,b\n", 30)) + "Role,Employee no,Start,End\n" + Shift));

    [Fact]
    public void A_row_that_cannot_be_read_is_not_passed_over_as_a_title() =>
        Assert.Equal(["1 broken-row"], Reading.Problems("a\"b,c\nRole,Employee no,Start,End\n" + Shift));
}
