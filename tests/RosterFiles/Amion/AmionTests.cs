using System.Text;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Amion;
using OnCall.RosterFiles.Csv;
using Xunit;

namespace OnCall.RosterFiles.Tests.Amion;

public sealed class AmionTests
{
    private const string Head = """
        Assignments for October 12, 2026

        "Report 619","Cardiology"
        Field 1: staff name, 2: unique ID, 3: backup ID, 4: assignment, 5: ID, 6: backup ID, 7: date, 8: start, 9: end

        """;

    private const string Night = "\"Sato, Ken\",12,N1001,\"Cardiology – duty physician\",4,0,10-12-26,1700,0700\n";

    [Fact]
    public void An_assignment_past_midnight_ends_on_the_next_day()
    {
        var draft = Assert.Single(Read(Head + Night).Drafts);

        Assert.Equal("Cardiology – duty physician", draft.Role);
        Assert.Equal(new WrittenPerson(null, "Sato, Ken", OtherNo: "N1001"), draft.Person);
        Assert.Equal(("2026-10-12 17:00", "2026-10-13 07:00"), ($"{draft.Start.Local:uuuu-MM-dd HH:mm}", $"{draft.End.Local:uuuu-MM-dd HH:mm}"));
        Assert.Equal(1, draft.Tier);
    }

    [Fact]
    public void Tabs_read_like_commas()
    {
        var reading = Read(Head + "Sato, Ken\t12\tN1001\tCardiology\t4\t0\t10-12-26\t0700\t0700\n");

        Assert.Equal("tab", reading.Delimiter);
        Assert.Equal("2026-10-13 07:00", $"{Assert.Single(reading.Drafts).End.Local:uuuu-MM-dd HH:mm}");
    }

    [Theory]
    [InlineData("12", "N1001", "N1001")]
    [InlineData("12", "0", "12")]
    [InlineData("EPICID:1234", "", "1234")]
    [InlineData("0", "", null)]
    public void The_backup_id_is_the_hospitals_own_and_the_unique_id_stands_in_for_it(string unique, string backup, string? number) =>
        Assert.Equal(number, Assert.Single(Read($"A,{unique},{backup},Ward,1,0,10-12-26,0700,1500\n").Drafts).Person.OtherNo);

    [Fact]
    public void No_file_says_so() => Assert.Equal(["1 no-file"], Problems(Read("NOFI=(Fnd:)\n")));

    [Theory]
    [InlineData("A,1,0,Ward,1,0,13-12-26,0700,1500", "2 Date unreadable-date")]
    [InlineData("A,1,0,Ward,1,0,10-12-26,0700,2500", "2 End unreadable-time")]
    [InlineData("A,1,0,Ward,1,0,10-12-26,7,1500", "2 Start unreadable-time")]
    [InlineData("A,1,0,,1,0,10-12-26,0700,1500", "2 Assignment missing-value")]
    [InlineData(",1,0,Ward,1,0,10-12-26,0700,1500", "2 Staff name missing-value")]
    [InlineData("A,1,0,Ward,1,0,10-1", "2 broken-row")]
    [InlineData("A,1,0,\"Ward,1,0,10-12-26,0700,1500", "2 broken-row")]
    public void What_cannot_be_read_is_told_by_row(string row, string problem) =>
        Assert.Equal([problem], Problems(Read($"A,1,0,Ward,1,0,10-12-26,0700,1500\n{row}\n")));

    [Fact]
    public void A_report_without_assignments_has_no_rows() => Assert.Equal(["1 no-rows"], Problems(Read(Head)));

    [Theory]
    [InlineData(Head + Night, true)]
    [InlineData("NOFI", true)]
    [InlineData(Head, false)]
    [InlineData("Role,Employee no,Start,End\nWard,N1,10-12-26,0700\n", false)]
    public void Only_the_report_is_taken_for_it(string text, bool taken) => Assert.Equal(taken, new AmionRosterReader().CanRead(File(text)));

    [Fact]
    public void Any_bytes_are_answered_and_never_throw()
    {
        var random = new Random(11);
        var good = Encoding.UTF8.GetBytes(Head + Night + Night);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = good.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var file = new RosterFile("x", bytes);
            var reading = new AmionRosterReader().Read(file, new RosterReadingOptions());
            Assert.True(reading.Drafts.Count > 0 || reading.Problems.HasErrors);
            _ = new AmionRosterReader().CanRead(file) || new CsvRosterReader().CanRead(file);
        }
    }

    private static RosterFile File(string text) => new("amion.txt", Encoding.UTF8.GetBytes(text));

    private static RosterReading Read(string text) => new AmionRosterReader().Read(File(text), new RosterReadingOptions());

    private static IEnumerable<string> Problems(RosterReading reading) =>
        reading.Problems.ToList().Select(p => $"{p.Row} {p.Column} {p.Code}".Replace("  ", " ", StringComparison.Ordinal));
}
