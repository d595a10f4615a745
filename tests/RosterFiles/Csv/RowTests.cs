using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.Csv;

public sealed class RowTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("1", 1)]
    [InlineData("primary", 1)]
    [InlineData("Backup", 2)]
    [InlineData("2", 2)]
    [InlineData("CONSULTANT", 3)]
    public void A_tier_is_a_number_or_a_word(string text, int tier) =>
        Assert.Equal(tier, Assert.Single(Reading.Of($"{Reading.Headings}Ward,N1,2026-10-12 07:00,2026-10-12 15:00,{text}\n").Drafts).Tier);

    [Theory]
    [InlineData("Ward,N1,2026-10-12,2026-10-12 15:00,1", "2 Start date-only")]
    [InlineData("Ward,N1,2026-10-12 07:00,2026-10-12,1", "2 End date-only")]
    [InlineData("Ward,N1,12/10/2026 07:00,2026-10-12 15:00,1", "2 Start ambiguous-date")]
    [InlineData("Ward,N1,2026-02-30 07:00,2026-10-12 15:00,1", "2 Start unreadable-date")]
    [InlineData("Ward,N1,soon,2026-10-12 15:00,1", "2 Start unreadable-date")]
    [InlineData("Ward,N1,,2026-10-12 15:00,1", "2 Start missing-value")]
    [InlineData(",N1,2026-10-12 07:00,2026-10-12 15:00,1", "2 Role missing-value")]
    [InlineData("Ward,,2026-10-12 07:00,2026-10-12 15:00,1", "2 Employee no missing-value")]
    [InlineData("Ward,N1,2026-10-12 07:00,2026-10-12 15:00,4", "2 Tier unknown-tier")]
    [InlineData("Ward,N1,2026-10-12 07:00,2026-10-12 15:00,1,more", "2 extra-columns")]
    [InlineData("Ward,N1,2026-10-12 07:00", "2 End missing-value")]
    [InlineData("Wa\"rd,N1,2026-10-12 07:00,2026-10-12 15:00,1", "2 broken-row")]
    [InlineData("\"Ward\" 3,N1,2026-10-12 07:00,2026-10-12 15:00,1", "2 broken-row")]
    [InlineData("Ward,N1,2026-10-12 07:00,2026-10-12 15:00,\"1", "2 broken-row")]
    [InlineData("\"Ward\n3\",N1,2026-10-12 07:00,2026-10-12 15:00,1", "2 Role broken-text")]
    public void What_cannot_be_read_is_told_by_row_and_column(string row, string problem)
    {
        var reading = Reading.Of($"{Reading.Headings}{row}\n");

        Assert.Equal([problem], Reading.Problems(reading));
        Assert.True(reading.Problems.HasErrors);
        Assert.Empty(reading.Drafts);
    }

    [Fact]
    public void Every_problem_of_every_row_is_told_at_once() =>
        Assert.Equal(
            ["2 Start unreadable-date", "2 Tier unknown-tier", "4 Role missing-value"],
            Reading.Problems($"{Reading.Headings}Ward,N1,x,2026-10-12 15:00,9\nWard,N1,2026-10-12 07:00,2026-10-12 15:00,\n,N1,2026-10-12 07:00,2026-10-12 15:00,\n"));

    [Fact]
    public void Each_part_of_a_split_time_is_told_by_its_own_column() =>
        Assert.Equal(
            ["2 Start date ambiguous-date", "2 End time unreadable-time"],
            Reading.Problems("Role,Employee no,Start date,Start time,End date,End time\nWard,N1,1/2/2026,07:00,2026-10-12,7\n"));

    [Fact]
    public void A_row_is_numbered_as_a_spreadsheet_shows_it() =>
        Assert.Equal(
            ["6 Tier unknown-tier"],
            Reading.Problems($"\n{Reading.Headings}Ward,N1,2026-10-12 07:00,2026-10-12 15:00,\"1\"\n\"\n\",,,,\n\nWard,N1,2026-10-12 07:00,2026-10-12 15:00,9\n"));

    [Fact]
    public void A_row_that_holds_nothing_is_no_shift()
    {
        var reading = Reading.Of($"{Reading.Headings}Ward,N1,2026-10-12 07:00,2026-10-12 15:00,\n,,,,\n\n   \n");

        Assert.Equal(1, reading.Rows);
        Assert.Empty(Reading.Problems(reading));
    }

    [Fact]
    public void Midnight_ends_a_day_as_24_00() =>
        Assert.Equal(["2|Ward|N1||2026-10-12T16:00|2026-10-13T00:00|1|"], Reading.Drafts($"{Reading.Headings}Ward,N1,2026-10-12 16:00,2026-10-12 24:00,\n"));

    [Fact]
    public void A_night_whose_date_is_written_once_ends_the_next_day() =>
        Assert.Equal(["2|Ward|N1||2026-10-12T23:00|2026-10-13T07:00|1|"], Reading.Drafts("Role,Employee no,Date,Start time,End time\nWard,N1,2026-10-12,23:00,07:00\n"));

    [Fact]
    public void An_offset_in_the_value_is_kept() =>
        Assert.Equal(["2|Ward|N1||2026-10-12T07:00+02|2026-10-12T15:00+00|1|"], Reading.Drafts($"{Reading.Headings}Ward,N1,2026-10-12T07:00+02:00,2026-10-12T15:00Z,\n"));

    [Fact]
    public void A_date_that_carries_a_midnight_is_a_date() =>
        Assert.Equal(["2|Ward|N1||2026-10-12T07:00|2026-10-12T15:00|1|"], Reading.Drafts("Role,Employee no,Start date,Start time,End date,End time\nWard,N1,2026-10-12 00:00:00,07:00,2026-10-12 00:00:00,15:00\n"));

    [Theory]
    [InlineData(201, "2 Role too-long")]
    [InlineData(70_000, "2 broken-row")]
    public void A_value_that_is_too_long_is_told(int length, string problem) =>
        Assert.Equal([problem], Reading.Problems($"{Reading.Headings}{new string('x', length)},N1,2026-10-12 07:00,2026-10-12 15:00,\n"));

    [Fact]
    public void A_quote_that_is_never_closed_is_told_where_it_opens()
    {
        var rows = string.Concat(Enumerable.Repeat("Ward,N1,2026-10-12 07:00,2026-10-12 15:00,1\n", 3_000));

        Assert.Equal(["3 broken-row"], Reading.Problems($"{Reading.Headings}Ward,N1,2026-10-12 07:00,2026-10-12 15:00,1\n\"{rows}"));
    }

    [Fact]
    public void More_rows_than_the_limit_are_refused() =>
        Assert.Equal(
            ["4 too-many-rows"],
            Reading.Problems(Reading.Of(
                Reading.Headings + string.Concat(Enumerable.Repeat("Ward,N1,2026-10-12 07:00,2026-10-12 15:00,1\n", 4)),
                new RosterReadingOptions { MaxRows = 2 })));

    [Fact]
    public void A_file_that_is_wrong_everywhere_is_answered_in_a_readable_size()
    {
        var reading = Reading.Of(Reading.Headings + string.Concat(Enumerable.Repeat("Ward,N1,soon,later,9\n", 2_000)));

        Assert.Equal(RosterProblems.Kept + 1, reading.Problems.ToList().Count);
        Assert.Contains("5500 more", reading.Problems.ToList()[^1].Message, StringComparison.Ordinal);
    }
}
