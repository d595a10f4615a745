using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tests.Csv;
using Xunit;

namespace OnCall.RosterFiles.Tests.Grid;

public sealed class GridTests
{
    private const string Week = "2026-10-12,2026-10-13,2026-10-14,2026-10-15,2026-10-16";

    private static readonly RosterReadingOptions Ward = new()
    {
        Role = "Ward",
        Legend = new Dictionary<string, string> { ["D"] = "07:00-19:00", ["N"] = "19:00-07:00", ["Z"] = "" },
    };

    [Theory]
    [InlineData("Employee no,2026-10-12,2026-10-13,2026-10-14,2026-10-15,2026-10-16\n")]
    [InlineData("Employee no,12.10.2026,13.10.2026,14.10.2026,15.10.2026,16.10.2026\n")]
    [InlineData("Employee no,10/12/2026,10/13/2026,10/14/2026,10/15/2026,10/16/2026\n")]
    [InlineData("Employee no,12/10/2026,13/10/2026,14/10/2026,15/10/2026,16/10/2026\n")]
    [InlineData("Year 2026\nEmployee no,12/10,13/10,14/10,15/10,16/10\n")]
    [InlineData("Year 2026\nEmployee no,10/12,10/13,10/14,10/15,10/16\n")]
    [InlineData("2026\nEmployee no,Mon 12/10,Tue 13/10,Wed 14/10,Thu 15/10,Fri 16/10\n")]
    [InlineData("October 2026\nEmployee no,12 Oct,13 Oct,14 Oct,15 Oct,16 Oct\n")]
    [InlineData("On-call roster October 2026\nEmployee no,12,13,14,15,16\n")]
    [InlineData("Printed 2026-09-28,10/2026\nEmployee no,Mo 12,Tu 13,We 14,Th 15,Fr 16\n")]
    [InlineData("2026年10月\nEmployee no,12日,13日,14日,15日,16日\n")]
    [InlineData("令和８年１０月\nEmployee no,１２(月),１３(火),１４(水),１５(木),１６(金)\n")]
    [InlineData("2026年度\nEmployee no,10月12日,10月13日,10月14日,10月15日,10月16日\n")]
    [InlineData("Employee no,2026年10月12日(月),2026年10月13日(火),2026年10月14日(水),2026年10月15日(木),2026年10月16日(金)\n")]
    [InlineData("October 2026\n,12,13,14,15,16\nEmployee no,Mon,Tue,Wed,Thu,Fri\n")]
    public void Days_are_read_in_any_usual_form(string head)
    {
        var reading = Reading.Of(head + "N1,D,N,,,Z\n", Ward);

        var row = head.Count(sign => sign == '\n') + 1;
        Assert.Equal([$"{row}|Ward|N1||2026-10-12T07:00|2026-10-12T19:00|1|D", $"{row}|Ward|N1||2026-10-13T19:00|2026-10-14T07:00|1|N"], Reading.Drafts(reading));
        Assert.Empty(Reading.Problems(reading));
    }

    [Fact]
    public void Days_run_on_into_the_next_month_and_the_next_year()
    {
        var numbers = Reading.Of("December 2026\nEmployee no,29,30,31,1,2,3\nN1,,,D,D,,\n", Ward);
        var dates = Reading.Of("2026\nEmployee no,29/12,30/12,31/12,1/1,2/1,3/1\nN1,,,D,D,,\n", Ward);

        Assert.Equal(["3|Ward|N1||2026-12-31T07:00|2026-12-31T19:00|1|D", "3|Ward|N1||2027-01-01T07:00|2027-01-01T19:00|1|D"], Reading.Drafts(numbers));
        Assert.Equal(Reading.Drafts(numbers), Reading.Drafts(dates));
    }

    [Theory]
    [InlineData("D/N", "2026-10-12T07:00|2026-10-12T19:00|1|D", "2026-10-12T19:00|2026-10-13T07:00|1|N")]
    [InlineData("\"D, N\"", "2026-10-12T07:00|2026-10-12T19:00|1|D", "2026-10-12T19:00|2026-10-13T07:00|1|N")]
    [InlineData("d", "2026-10-12T07:00|2026-10-12T19:00|1|D")]
    [InlineData("Ｄ", "2026-10-12T07:00|2026-10-12T19:00|1|D")]
    [InlineData("08-16", "2026-10-12T08:00|2026-10-12T16:00|1|")]
    [InlineData("0800-1600", "2026-10-12T08:00|2026-10-12T16:00|1|")]
    [InlineData("08:00–16:00", "2026-10-12T08:00|2026-10-12T16:00|1|")]
    [InlineData("16:00 to 24:00", "2026-10-12T16:00|2026-10-13T00:00|1|")]
    [InlineData("22:00〜翌8:00", "2026-10-12T22:00|2026-10-13T08:00|1|")]
    [InlineData("08:00-08:00", "2026-10-12T08:00|2026-10-13T08:00|1|")]
    [InlineData("Z")]
    [InlineData("off")]
    [InlineData("-")]
    [InlineData("公休")]
    public void A_cell_holds_letters_times_or_a_day_off(string cell, params string[] shifts)
    {
        var reading = Reading.Of($"Employee no,{Week}\nN1,{cell},,,,\nN2,D,,,,\n", Ward);

        Assert.Equal(shifts.Select(shift => "2|Ward|N1||" + shift), Reading.Drafts(reading).Where(draft => draft[0] == '2'));
        Assert.Empty(Reading.Problems(reading));
    }

    [Theory]
    [InlineData("Role: Ward\nEmployee no," + Week + "\nN1,D,,,,\n\nD = 07:00-19:00; N = 19:00-07:00\n")]
    [InlineData("Role: Ward,D: 07:00-19:00\nEmployee no," + Week + "\nN1,D,,,,\n")]
    [InlineData("Role: Ward\nEmployee no," + Week + "\nN1,D,,,,\n\nCode,Start,End\nD,07:00,19:00\nN,19:00,07:00\n")]
    [InlineData("Role: Ward\nEmployee no," + Week + "\nN1,D,,,,\nLegend\nD,07:00,19:00\nN,19:00-07:00\nZ,off\n")]
    [InlineData("Role: Ward\nEmployee no," + Week + "\nN1,D,,,,\n凡例\nD,7:00～19:00\n")]
    [InlineData("Role: Ward\nEmployee no," + Week + ",,Code,Hours\nN1,D,,,,,,D,07:00-19:00\n,,,,,,,N,19:00-07:00\n")]
    [InlineData("Employee no," + Week + "\nN1,D,,,,\nCode,Start,End,Role\nD,07:00,19:00,Ward\n")]
    [InlineData("Role,Ward\nEmployee no," + Week + "\nN1,07:00-19:00,,,,\n")]
    [InlineData("Role,Employee no," + Week + "\nWard,N1,07-19,,,,\n")]
    public void A_legend_and_a_role_may_stand_in_the_sheet(string text)
    {
        var reading = Reading.Of(text);

        Assert.Equal(["Ward|N1|2026-10-12T07:00|2026-10-12T19:00"], reading.Drafts.Select(d => $"{d.Role}|{d.Person.EmployeeNo}|{d.Start.Local:uuuu-MM-dd'T'HH:mm}|{d.End.Local:uuuu-MM-dd'T'HH:mm}"));
        Assert.Empty(Reading.Problems(reading));
    }

    [Fact]
    public void What_the_uploader_says_of_a_letter_goes_before_the_sheet() =>
        Assert.Equal(["2|Ward|N1||2026-10-12T07:00|2026-10-12T19:00|1|D"], Reading.Drafts(Reading.Of($"Employee no,{Week}\nN1,D,,,,\nD = 09:00-10:00\n", Ward)));

    [Fact]
    public void A_person_may_be_known_by_name_alone_and_have_a_tier()
    {
        var reading = Reading.Of($"Name,Tier,{Week}\nAda,2,D,,,,\n", Ward);

        var draft = Assert.Single(reading.Drafts);
        Assert.Equal((null, "Ada", 2), (draft.Person.EmployeeNo, draft.Person.Name, draft.Tier));
        Assert.Equal("Name", reading.Columns.Name);
    }

    [Fact]
    public void Rows_of_weekdays_and_of_sums_are_nobody() =>
        Assert.Equal(["4"], Reading.Drafts(Reading.Of($"Employee no,Name,{Week}\n,,M,T,W,T,F\n\nN1,Ada,D,,,,\n,Total,1,1,1,1,1\n,,3,3,3,3,3\n", Ward)).Select(draft => draft[..1]));

    [Fact]
    public void An_unknown_letter_is_told_by_row_and_day_with_those_that_are_known()
    {
        var problem = Assert.Single(Reading.Of($"Employee no,{Week}\nN1,D,,Q,,\n", Ward).Problems.ToList());

        Assert.Equal((2, "2026-10-14", "unknown-shift", "Q"), (problem.Row, problem.Column, problem.Code, problem.Value));
        Assert.Contains("D, N, Z", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_legend_of_the_uploader_that_is_no_time_is_told() =>
        Assert.Equal(["0 unreadable-legend"], Reading.Problems(Reading.Of($"Employee no,{Week}\nN1,D,,,,\n", Ward with { Legend = new Dictionary<string, string> { ["D"] = "day" } })));

    [Fact]
    public void A_list_stays_a_list_whatever_days_it_has() =>
        Assert.Single(Reading.Of("Role,Employee no,Start,End,1,2,3,4,5,6,7,8\nWard,N1,2026-10-12 07:00,2026-10-12 15:00\n").Drafts);

    [Fact]
    public void More_shifts_than_the_limit_are_refused() =>
        Assert.Equal(["2 2026-10-14 too-many-rows"], Reading.Problems(Reading.Of($"Employee no,{Week}\nN1,D,D,D,D,D\n", Ward with { MaxRows = 2 })));
}
