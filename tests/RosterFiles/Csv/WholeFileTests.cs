using System.Text;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Csv;
using Xunit;

namespace OnCall.RosterFiles.Tests.Csv;

public sealed class WholeFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void An_empty_file_says_so(string text) => Assert.Equal(["0 empty-file"], Reading.Problems(text));

    [Fact]
    public void Headings_alone_are_no_roster() => Assert.Equal(["0 no-rows"], Reading.Problems(Reading.Headings));

    [Theory]
    [InlineData("Role,Start", true)]
    [InlineData("PK\u0003\u0004zip", false)]
    [InlineData("BEGIN:VCALENDAR", false)]
    [InlineData("\0\0\0", false)]
    public void Only_text_is_taken_for_csv(string head, bool taken) =>
        Assert.Equal(taken, new CsvRosterReader().CanRead(new RosterFile("roster", Encoding.UTF8.GetBytes(head))));

    [Theory]
    [InlineData("ward-roster.csv", 35)]
    [InlineData("two-tier-roster.csv", 15)]
    public void The_samples_read_without_a_problem(string sample, int rows)
    {
        var reading = Reading.Of(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", sample)));

        Assert.Empty(Reading.Problems(reading));
        Assert.Equal(rows, reading.Rows);
        Assert.Equal(rows, reading.Drafts.Count);
        Assert.Equal("utf-8", reading.Encoding);
    }

    [Fact]
    public void Any_bytes_are_answered_and_never_throw()
    {
        var random = new Random(7);
        var pieces = new[] { "Role", ",", ";", "\t", "\"", "\n", "\r\n", "Start", "2026-10-12 07:00", "End", "Employee no", "\0", "é", "\"\"", " " };
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.NotEmpty(Reading.Of(text).Problems.ToList().Select(p => p.Message).Concat(Reading.Drafts(text)));
        }
    }
}
