using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.RosterFiles.Tests.Csv;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("職員番号,氏名,当直,開始日時,終了日時,順位")]
    [InlineData("職員No.,氏名,役割,開始,終了,優先順位")]
    [InlineData("工号,姓名,岗位,开始时间,结束时间,级别")]
    [InlineData("員工編號,姓名,值班崗位,開始,結束,級別")]
    [InlineData("Ｅｍｐｌｏｙｅｅ　ｎｏ,Name,Role,Start,End,Tier")]
    public void Columns_are_known_in_three_languages(string headings) =>
        Assert.Equal(["2|当直|N1|山田|2026-10-12T17:00|2026-10-13T08:30|2|"], Reading.Drafts($"{headings}\nN1,山田,当直,2026-10-12 17:00,2026-10-13 08:30,2\n"));

    [Fact]
    public void A_department_beside_the_role_is_kept_beside_it()
    {
        var draft = Assert.Single(Reading.Of("診療科,当直,職員番号,日付,開始,終了\n循環器内科,当直医,N1,令和8年10月12日,17:00,8:30\n").Drafts);

        Assert.Equal(("循環器内科", "当直医", 13), (draft.Department, draft.Role, draft.End.Local.Day));
    }

    [Fact]
    public void A_department_alone_is_the_role() =>
        Assert.Equal("心内科", Assert.Single(Reading.Of("科室,工号,日期,开始时间,结束时间\n心内科,N1,2026年10月12日,下午5点,24:00\n").Drafts).Role);

    [Theory]
    [InlineData("Name", "山田 太郎", "山田 太郎", null)]
    [InlineData("E-mail", "t.yamada@example.org", null, "t.yamada@example.org")]
    public void A_file_without_numbers_knows_people_by_name_or_mail(string heading, string value, string? name, string? mail) =>
        Assert.Equal(
            new WrittenPerson(null, name, mail),
            Assert.Single(Reading.Of($"Role,{heading},Start,End\nWard,{value},2026-10-12 07:00,2026-10-12 15:00\n").Drafts).Person);

    [Fact]
    public void A_row_that_names_nobody_is_told() =>
        Assert.Equal(["2 氏名 missing-value"], Reading.Problems("役割,氏名,開始,終了\nWard,,2026-10-12 07:00,2026-10-12 15:00\n"));

    [Theory]
    [InlineData("13/10/2026", "12/10/2026", DateOrder.DayFirst)]
    [InlineData("10/13/2026", "10/12/2026", DateOrder.MonthFirst)]
    [InlineData("13-10-26", "12-10-26", DateOrder.DayFirst)]
    [InlineData("26/10/13", "26/10/12", DateOrder.YearFirst)]
    [InlineData("１３/１０/２０２６(火)", "１２/１０/２０２６(月)", DateOrder.DayFirst)]
    public void One_date_decides_for_the_whole_file(string telling, string ambiguous, DateOrder order)
    {
        var reading = Reading.Of($"Role,Employee no,Date,Start,End\nWard,N1,{ambiguous},07:00,15:00\nWard,N1,2026-10-20,07:00,15:00\nWard,N1,{telling},07:00,15:00\n");

        Assert.Empty(Reading.Problems(reading));
        Assert.Equal(order, reading.DateOrder);
        Assert.Equal([(2, 12), (3, 20), (4, 13)], reading.Drafts.Select(d => (d.Row, d.Start.Local.Day)));
        Assert.All(reading.Drafts, d => Assert.Equal(10, d.Start.Local.Month));
    }

    [Fact]
    public void A_file_that_decides_nothing_is_refused_once_and_can_be_told()
    {
        const string Text = "Role,Employee no,Start,End\nWard,N1,1/2/2026 07:00,1/2/2026 15:00\nWard,N1,3/2/2026 07:00,3/2/2026 15:00\n";

        Assert.Equal(["2 Start ambiguous-date"], Reading.Problems(Text));
        Assert.Equal([2, 2], Reading.Of(Text, new RosterReadingOptions { DateOrder = DateOrder.DayFirst }).Drafts.Select(d => d.Start.Local.Month));
        Assert.Equal([1, 3], Reading.Of(Text, new RosterReadingOptions { DateOrder = DateOrder.MonthFirst }).Drafts.Select(d => d.Start.Local.Month));
    }

    [Fact]
    public void Dates_that_cannot_all_be_meant_one_way_are_refused() =>
        Assert.Equal(
            ["2 Start contradicting-dates"],
            Reading.Problems("Role,Employee no,Start,End\nWard,N1,13/2/2026 07:00,13/2/2026 15:00\nWard,N1,2/13/2026 07:00,2/13/2026 15:00\n"));

    [Fact]
    public void Dates_whose_day_is_their_month_need_no_order() =>
        Assert.Single(Reading.Of("Role,Employee no,Start,End\nWard,N1,10/10/2026 07:00,10/10/2026 15:00\n").Drafts);

    [Theory]
    [InlineData("46307.3125", "46307.625")]
    [InlineData("46307,3125", "46307,625")]
    [InlineData("12 Oct 2026 7:30 AM", "12 Oct 2026 3:00 p.m.")]
    [InlineData("令和8年10月12日 7時30分", "R8.10.12 午後3時")]
    [InlineData("2026年10月12日（月）７：３０", "2026年10月12日下午3点")]
    [InlineData("Mon 12 October 2026 0730", "Monday, 12 October 2026 15h00")]
    [InlineData("12.10.2026 7:30 Uhr", "12.10.2026 15 Uhr")]
    public void Dates_and_times_are_read_as_people_write_them(string start, string end) =>
        Assert.Equal(["2|Ward|N1||2026-10-12T07:30|2026-10-12T15:00|1|"], Reading.Drafts($"Role;Employee no;Start;End\nWard;N1;{start};{end}\n"));

    [Theory]
    [InlineData("46307", "0.3125", "0.625")]
    [InlineData("46307", "1899-12-30 07:30:00", "15:00")]
    [InlineData("20261012", "730", "1500")]
    public void A_spreadsheets_numbers_are_dates_and_times(string date, string start, string end) =>
        Assert.Equal(["2|Ward|N1||2026-10-12T07:30|2026-10-12T15:00|1|"], Reading.Drafts($"Role,Employee no,Date,Start time,End time\nWard,N1,{date},{start},{end}\n"));
}
