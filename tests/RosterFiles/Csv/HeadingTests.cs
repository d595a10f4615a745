using OnCall.Application.Rosters.Files;
using Xunit;

namespace OnCall.RosterFiles.Tests.Csv;

public sealed class HeadingTests
{
    private const string Expected = "2|Ward 3 – Nurse|N1||2026-10-12T07:00|2026-10-12T15:00|1|";

    [Theory]
    [InlineData("Role,Employee no,Start,End\nWard 3 – Nurse,N1,2026-10-12 07:00,2026-10-12 15:00")]
    [InlineData("ROLE,EmployeeNo,Shift start,Shift end\nWard 3 – Nurse,N1,2026-10-12 07:00,2026-10-12 15:00")]
    [InlineData("Service,Staff ID,From,To\nWard 3 – Nurse,N1,2026-10-12 07:00,2026-10-12 15:00")]
    [InlineData("role_name,employee_number,start_at,end_at\nWard 3 – Nurse,N1,2026-10-12T07:00,2026-10-12T15:00")]
    [InlineData("Role,Emp. No.,Begin,Finish\nWard 3 – Nurse,N1,2026-10-12 07:00,2026-10-12 15:00")]
    [InlineData("Role,Employee #,Start date,Start time,End date,End time\nWard 3 – Nurse,N1,2026-10-12,07:00,2026-10-12,15:00")]
    [InlineData("Role,Employee ID,Date,Start,End\nWard 3 – Nurse,N1,2026-10-12,07:00,15:00")]
    [InlineData("Role,Employee ID,Start date,End date\nWard 3 – Nurse,N1,2026-10-12 07:00,2026-10-12 15:00")]
    [InlineData("Role,Employee ID,Start,Start time,End,End time\nWard 3 – Nurse,N1,2026-10-12,7:00,2026-10-12,3:00 pm")]
    [InlineData("End;Start;Role;Employee no\n2026-10-12 15:00;2026-10-12 07:00;Ward 3 – Nurse;N1")]
    [InlineData("Role\tEmployee no\tStart\tEnd\nWard 3 – Nurse\tN1\t2026-10-12 07:00\t2026-10-12 15:00")]
    [InlineData("\"Role\",\"Employee no\",\"Start\",\"End\"\r\n\"Ward 3 – Nurse\",\"N1\",\"2026-10-12 07:00\",\"2026-10-12 15:00\"\r\n")]
    [InlineData("\uFEFFRole,Employee no,Start,End\nWard 3 – Nurse,N1,2026-10-12 07:00,2026-10-12 15:00")]
    [InlineData("sep=;\nRole;Employee no;Start;End\nWard 3 – Nurse;N1;2026-10-12 07:00;2026-10-12 15:00")]
    [InlineData("Role, Employee no , Start , End\n Ward 3 – Nurse , N1 , 2026-10-12 07:00 , 2026-10-12 15:00 ")]
    [InlineData("Role,Employee no,Start,End\rWard 3 – Nurse,N1,2026-10-12 07:00,2026-10-12 15:00\r")]
    public void The_same_shift_reads_from_any_usual_form(string text)
    {
        Assert.Equal([Expected], Reading.Drafts(text));
        Assert.Empty(Reading.Problems(text));
    }

    [Fact]
    public void The_separator_is_looked_for_outside_quotes() =>
        Assert.Equal(
            ["2|Ward 3, 4; and 5|N1||2026-10-12T07:00|2026-10-12T15:00|1|"],
            Reading.Drafts("\"Role\";\"Employee no\";Start;End;\"a,b,c,d,e,f,g\"\n\"Ward 3, 4; and 5\";N1;2026-10-12 07:00;2026-10-12 15:00;"));

    [Fact]
    public void A_missing_column_says_how_to_head_it()
    {
        var reading = Reading.Of("Role,Employe,Start,End\nWard,N1,2026-10-12 07:00,2026-10-12 15:00\n");

        Assert.Equal(["1 Employe unknown-column", "1 Employee no missing-column"], Reading.Problems(reading).Order());
        Assert.Contains("'Employee no'", reading.Problems.ToList().Single(p => p.Severity == ProblemSeverity.Error).Message, StringComparison.Ordinal);
        Assert.Empty(reading.Drafts);
    }

    [Fact]
    public void An_unknown_column_is_left_out_with_a_warning()
    {
        var reading = Reading.Of("Role,Employee no,Start,End,Parking\nWard,N1,2026-10-12 07:00,2026-10-12 15:00,B2\n");

        Assert.Equal(["1 Parking unknown-column"], Reading.Problems(reading));
        Assert.False(reading.Problems.HasErrors);
        Assert.Single(reading.Drafts);
    }

    [Fact]
    public void A_heading_that_is_no_text_is_an_unknown_column() =>
        Assert.Equal(["1 no \ufffe sign unknown-column"], Reading.Problems("Role,Employee no,Start,End,no \ufffe sign\nWard,N1,2026-10-12 07:00,2026-10-12 15:00,B2\n"));

    [Fact]
    public void Two_columns_of_one_meaning_are_an_error() =>
        Assert.Equal(["1 Staff ID duplicate-column"], Reading.Problems("Role,Employee no,Staff ID,Start,End\nWard,N1,N1,2026-10-12 07:00,2026-10-12 15:00\n"));

    [Fact]
    public void A_file_of_one_role_needs_no_role_column()
    {
        var reading = Reading.Of("Employee no,Start,End\nN1,2026-10-12 07:00,2026-10-12 15:00\n", new RosterReadingOptions { Role = "Ward 3" });

        Assert.Equal("Ward 3", Assert.Single(reading.Drafts).Role);
    }

    [Fact]
    public void Columns_can_be_mapped_by_hand()
    {
        var options = new RosterReadingOptions { Mapping = new Dictionary<string, string> { ["role"] = "Dienst", ["employeeNo"] = "Pnr", ["start"] = "von", ["end"] = "bis" } };

        Assert.Equal(
            ["2|Ward 3|N1||2026-10-12T07:00|2026-10-12T15:00|1|"],
            Reading.Drafts(Reading.Of("Dienst,Pnr,Von,Bis\nWard 3,N1,2026-10-12 07:00,2026-10-12 15:00\n", options)));
    }

    [Theory]
    [InlineData("start", "Start", "", "", "2026-10-12T07:00")]
    [InlineData("startDate", "Date", "startTime", "Time in", "2026-10-11T06:30")]
    public void Of_columns_that_say_when_a_shift_starts_twice_the_mapping_tells_which_counts(string first, string heading, string second, string other, string start)
    {
        var mapping = new Dictionary<string, string> { [first] = heading };
        if (second.Length > 0)
        {
            mapping[second] = other;
        }

        var draft = Assert.Single(Reading.Of("Role,Employee no,Start,Date,Time in,End\nWard,N1,2026-10-12 07:00,2026-10-11,06:30,2026-10-12 15:00\n", new RosterReadingOptions { Mapping = mapping }).Drafts);

        Assert.Equal(start, $"{draft.Start.Local:uuuu-MM-dd'T'HH:mm}");
    }

    [Fact]
    public void A_mapping_that_names_nothing_is_told()
    {
        var options = new RosterReadingOptions { Mapping = new Dictionary<string, string> { ["rôle"] = "Role", ["start"] = "Von" } };

        Assert.Equal(["0 unknown-mapping", "1 Von missing-column"], Reading.Problems(Reading.Of("Role,Employee no,Start,End\n", options)));
    }
}
