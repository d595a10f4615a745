using System.Diagnostics;
using System.Globalization;
using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Excel;
using OnCall.RosterFiles.Export;

namespace OnCall.Bench.Rosters;

/// <summary>Writes and reads a workbook of 100,000 shifts.</summary>
internal static class XlsxRoster
{
    private const int Shifts = 100_000;

    public static void Run()
    {
        using var stream = new MemoryStream();
        Measure("written", () => XlsxWriter.Write(stream, Made()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Shifts} rows in {stream.Length / 1024.0 / 1024.0:0.0} MiB"));
        var file = new RosterFile("roster.xlsx", stream.ToArray());
        for (var round = 1; round <= 3; round++)
        {
            RosterReading? reading = null;
            Measure($"read, round {round}", () => reading = new XlsxRosterReader().Read(file, new RosterReadingOptions()));
            Console.WriteLine($"{reading!.Drafts.Count} drafts, {reading.Problems.ToList().Count} problems");
        }
    }

    private static IEnumerable<ExportedShift> Made()
    {
        var start = new LocalDateTime(2026, 10, 12, 7, 0);
        for (var i = 0; i < Shifts; i++)
        {
            var begins = start.PlusHours(8 * (i / 200));
            yield return new ExportedShift($"Ward {i % 200} – Nurse on duty", $"N{i % 5000:0000}", $"Person {i % 5000}", begins, begins.PlusHours(8), 1 + (i % 3), "Early");
        }
    }

    private static void Measure(string what, Action work)
    {
        GC.Collect();
        Machine.ForgetPeak();
        var before = Machine.PeakMiB();
        var began = Stopwatch.GetTimestamp();
        work();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms, peak {Machine.PeakMiB():0} MiB ({before:0} before); a fixed loop: {Machine.Loop()}"));
    }
}
