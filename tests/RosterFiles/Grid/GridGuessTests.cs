using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tests.Csv;
using Xunit;

namespace OnCall.RosterFiles.Tests.Grid;

/// <summary>What a grid leaves open, and what may be taken for granted all the same.</summary>
public sealed class GridGuessTests
{
    private const string Week = "2026-10-12,2026-10-13,2026-10-14,2026-10-15,2026-10-16";
    private const string FromThe26th = "Employee no,26,27,28,29,30,31,1,2,3\nN1,D\n";

    private static readonly RosterReadingOptions Ward = new()
    {
        Role = "Ward",
        Legend = new Dictionary<string, string> { ["D"] = "07:00-19:00", ["N"] = "19:00-07:00" },
    };

    [Theory]
    [InlineData("26 Oct - 25 Nov 2026\n")]
    [InlineData("26 Dec - 25 Jan 2027\n", "2026-12-26")]
    [InlineData("Period 26 October 2026 to 25 November 2026\n")]
    [InlineData("October – November 2026\n")]
    [InlineData("October 2026,November 2026\n")]
    [InlineData("Printed 28 Sep 2026\nOctober 2026\n")]
    [InlineData("Version of 28.09.2026 14:05,October 2026\n")]
    [InlineData("2026年10月26日～11月25日\n")]
    [InlineData("26.10.2026\n")]
    public void The_month_is_that_of_the_first_day_whatever_else_is_named(string title, string day = "2026-10-26") =>
        Assert.Equal([$"{day}T07:00"], Reading.Of(title + FromThe26th, Ward).Drafts.Select(draft => $"{draft.Start.Local:uuuu-MM-dd'T'HH:mm}"));

    [Theory]
    [InlineData("October 2026,November 2026\nEmployee no,1,2,3,4,5,6,7\nN1,D\n")]
    [InlineData("September 2026 – November 2026\n" + FromThe26th)]
    public void Of_two_months_none_is_taken(string text) => Assert.Contains("ambiguous-month", Assert.Single(Reading.Problems(Reading.Of(text, Ward))), StringComparison.Ordinal);

    [Fact]
    public void Days_of_the_week_may_bear_out_the_dates() => Assert.Empty(Reading.Problems(Reading.Of(
        $"Employee no,Mon 12th October 2026,Tue 13th October 2026\nOctober 2026\nEmployee no,12th,13th,14th,15th,16th,17th,18th\n,Mo,Tu,We,Th,Fr,Sa,Su\nN1,D\n", Ward)));

    [Fact]
    public void The_days_may_stand_once_more_further_down() => Assert.Equal(
        ["2|Ward|N1||2026-10-12T07:00|2026-10-12T19:00|1|D", "4|Ward|N2||2026-10-13T07:00|2026-10-13T19:00|1|D"],
        Reading.Drafts(Reading.Of($"Employee no,{Week}\nN1,D\nEmployee no,{Week}\nN2,,D\n", Ward)));

    [Fact]
    public void Sums_between_the_weeks_are_no_shifts() => Assert.Empty(Reading.Problems(Reading.Of(
        "October 2026\nEmployee no,1,2,3,4,5,6,7,,8,9,10,11\nN1,D,D,D,,,,,36,N,,,\n", Ward)));

    [Fact]
    public void A_cross_that_nothing_explains_is_a_day_off_and_told_once()
    {
        var reading = Reading.Of($"Employee no,{Week}\nN1,D,x,X,,\nN2,,X,,,\n", Ward);

        Assert.Single(reading.Drafts);
        Assert.Equal(["2 2026-10-13 cross-is-day-off"], Reading.Problems(reading));
        Assert.False(reading.Problems.HasErrors);
    }

    [Fact]
    public void A_cross_that_the_legend_explains_is_what_it_says() => Assert.Equal(
        ["2|Ward|N1||2026-10-12T08:00|2026-10-12T16:00|1|X"],
        Reading.Drafts(Reading.Of($"Role: Ward\nEmployee no,{Week}\nN1,X,,,,\nX = 08:00-16:00\n".Replace("Role: Ward\n", "", StringComparison.Ordinal), Ward)));

    [Theory]
    [InlineData("7-15", "07:00", "15:00")]
    [InlineData("22-6", "22:00", "06:00")]
    [InlineData("08-12", "08:00", "12:00")]
    [InlineData("0-8", "00:00", "08:00")]
    [InlineData("8-翌8", "08:00", "08:00")]
    [InlineData("7:00-3:00", "07:00", "03:00")]
    public void Hours_that_only_one_clock_shows_are_read(string cell, string start, string end)
    {
        var draft = Assert.Single(Reading.Of($"Employee no,{Week}\nN1,{cell},,,,\n", Ward).Drafts);

        Assert.Equal((start, end), ($"{draft.Start.Local:HH:mm}", $"{draft.End.Local:HH:mm}"));
    }

    [Fact]
    public void What_the_uploader_says_settles_what_the_sheet_says_twice() => Assert.Empty(Reading.Problems(Reading.Of(
        $"Employee no,{Week}\nN1,D,,,,\nLegend\nD,09:00,10:00\nD,11:00,12:00\n", Ward)));
}
