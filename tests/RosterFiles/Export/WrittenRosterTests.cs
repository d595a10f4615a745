using System.Text;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Export;
using OnCall.RosterFiles.Tests.Excel;
using Xunit;

namespace OnCall.RosterFiles.Tests.Export;

public sealed class WrittenRosterTests
{
    private static readonly ExportedShift[] Shifts =
    [
        Shift("Ward 3 – Nurse", "N1", "Ada", new(2026, 10, 12, 7, 0), new(2026, 10, 12, 15, 0), "Early"),
        Shift("Ward 3, \"B\"; and more", "007", "山田 花子 👩‍⚕️", new(2026, 10, 12, 23, 0), new(2026, 10, 13, 7, 0), null),
        Shift("=HYPERLINK(\"x\")", "+1", "-Ada", new(2026, 10, 12, 16, 20), new(2026, 10, 13, 0, 0), "@SUM(A1)"),
        Shift("a_x0041_x0042_b < & >", "N'1", "O'Brien", new(2028, 2, 29, 6, 59, 59), new(2028, 2, 29, 23, 59, 1), "E/L"),
        new("Ward", "N2", "Bo", new(2026, 10, 25, 1, 30), new(2026, 10, 25, 2, 30), 3, "Night", null, Offset.FromHours(1)),
        new("Ward", "N2", "Bo", new(2026, 10, 25, 2, 30), new(2026, 10, 25, 7, 0), 2, "Night", Offset.FromHours(-3) + Offset.FromHoursAndMinutes(0, -30)),
    ];

    [Fact]
    public void A_workbook_reads_back_as_it_was_written() => Assert.Equal(Drafts(Shifts), Corpus.Drafts(Read("roster.xlsx", Workbook(Shifts))));

    [Fact]
    public void A_csv_text_reads_back_as_it_was_written() => Assert.Equal(Drafts(Shifts), Corpus.Drafts(Read("roster.csv", Csv(Shifts))));

    [Fact]
    public void Every_minute_of_a_week_comes_back_from_a_workbook()
    {
        var start = new LocalDateTime(2026, 3, 27, 0, 0);
        var shifts = Enumerable.Range(0, 7 * 24 * 60).Select(i => Shift("Ward", "N1", "Ada", start.PlusMinutes(i), start.PlusMinutes(i + 1).PlusSeconds(i % 60), null)).ToArray();

        Assert.Equal(Drafts(shifts), Corpus.Drafts(Read("roster.xlsx", Workbook(shifts))));
    }

    [Fact]
    public void No_cell_of_a_csv_text_begins_like_a_formula()
    {
        var text = Encoding.UTF8.GetString(Csv(Shifts));

        Assert.Equal('\uFEFF', text[0]);
        Assert.Contains("\r\n\" =HYPERLINK(\"\"x\"\")\",\" +1\",\" -Ada\",", text, StringComparison.Ordinal);
        Assert.Contains(",\" @SUM(A1)\"\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_hour_keeps_its_offset()
    {
        Assert.Contains(",2026-10-25 01:30,2026-10-25 02:30+01:00,3,", Encoding.UTF8.GetString(Csv(Shifts)), StringComparison.Ordinal);
        Assert.Equal(Offset.FromHours(1), Read("roster.xlsx", Workbook(Shifts)).Drafts[4].End.Offset);
    }

    [Fact]
    public void A_workbook_streams_and_stays_open_to_its_caller()
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, []);

        Assert.True(stream.CanWrite);
        Assert.Equal(["0 no-rows"], Corpus.Problems(Corpus.Read("roster.xlsx", stream.ToArray())));
    }

    private static ExportedShift Shift(string role, string employeeNo, string name, LocalDateTime start, LocalDateTime end, string? label) =>
        new(role, employeeNo, name, start, end, 1, label);

    private static IEnumerable<string> Drafts(IEnumerable<ExportedShift> shifts) => shifts.Select((s, i) =>
        $"{i + 2}|{s.Role}|{s.EmployeeNo}|{s.Name}|{s.Start:uuuu-MM-dd'T'HH:mm:ss}{s.StartOffset}|{s.End:uuuu-MM-dd'T'HH:mm:ss}{s.EndOffset}|{s.Tier}|{s.Label}");

    private static byte[] Workbook(IEnumerable<ExportedShift> shifts)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, shifts);
        return stream.ToArray();
    }

    private static byte[] Csv(IEnumerable<ExportedShift> shifts)
    {
        using var stream = new MemoryStream();
        RosterCsvWriter.Write(stream, shifts);
        return stream.ToArray();
    }

    private static RosterReading Read(string name, byte[] content)
    {
        var reading = Corpus.Read(name, content);
        Assert.Empty(Corpus.Problems(reading));
        return reading;
    }
}
