using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using OnCall.Fuzz.Tests.Drawing;
using OnCall.Fuzz.Tests.Running;
using OnCall.RosterFiles.Amion;
using OnCall.RosterFiles.Csv;
using OnCall.RosterFiles.Encodings;
using OnCall.RosterFiles.Excel;
using OnCall.RosterFiles.ICalendar;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>Roster files. A reader never throws: a file has shifts, or an error that says why it has none.</summary>
internal static class RosterTargets
{
    private static readonly RosterReadingOptions Options = new() { Role = "Ward", RepeatUntil = Instant.FromUtc(2028, 1, 1, 0, 0), MaxRows = 20_000 };
    private static readonly IRosterReader[] Readers = [new XlsxRosterReader(), new XlsRosterReader(), new ICalendarRosterReader(), new AmionRosterReader(), new CsvRosterReader()];

    private static readonly IReadOnlyList<byte[]> Csv = Samples.Files(".csv");
    private static readonly IReadOnlyList<byte[]> Amion = Samples.Files(".txt");
    private static readonly IReadOnlyList<byte[]> Calendars = Samples.Files(".ics");
    private static readonly IReadOnlyList<byte[]> Xls = Samples.Files(".xls");
    private static readonly IReadOnlyList<byte[]> Xlsx = Samples.Files(".xlsx");

    public static IReadOnlyList<Target> All { get; } =
    [
        new("csv", chance => Mutation.Of(chance, Csv), bytes => Read(new CsvRosterReader(), "roster.csv", bytes)),
        new("csv-told", chance => Mutation.Of(chance, Csv), ReadAsTold),
        new("amion", chance => Mutation.Of(chance, Amion), bytes => Read(new AmionRosterReader(), "roster.txt", bytes)),
        new("icalendar", chance => Mutation.Of(chance, Calendars), bytes => Read(new ICalendarRosterReader(), "roster.ics", bytes)),
        new("xls", chance => Workbook.Records(chance, Xls), bytes => Read(new XlsRosterReader(), "roster.xls", bytes)),
        new("xlsx", chance => Workbook.Package(chance, Xlsx), bytes => Read(new XlsxRosterReader(), "roster.xlsx", bytes)) { MostBytes = 256L * 1024 * 1024 },
        new("any-file", chance => Mutation.Of(chance, chance.Of([Csv, Amion, Calendars, Xls, Xlsx])), ReadAsWhateverItIs) { MostBytes = 256L * 1024 * 1024 },
        new("encoding", chance => Mutation.Of(chance, Csv), bytes =>
        {
            var decoded = TextDecoder.Read(bytes, null, text => text.Length % 3);
            Must.Be(decoded.Text is null || decoded.Encoding != "unknown", "A text whose encoding is unknown was read.");
        }),
    ];

    private static void Read(IRosterReader reader, string name, byte[] bytes, RosterReadingOptions? options = null)
    {
        var file = new RosterFile(name, bytes);
        reader.CanRead(file);
        var reading = reader.Read(file, options ?? Options);
        Must.Be(reading.Drafts.Count > 0 || reading.Problems.HasErrors, "There are neither shifts nor errors.");
        Must.Be(reading.Drafts.All(draft => draft.Row > 0), "A shift stands on no row.");
    }

    // What is told about a file is itself from outside: its first bytes say it here.
    private static void ReadAsTold(byte[] bytes)
    {
        var told = bytes.Length < 4 ? new byte[4] : bytes[..4];
        string[] encodings = ["", "utf-8", "utf-16", "shift_jis", "gb18030", "windows-1252", "big5", "iso-2022-jp", "utf-7", "none"];
        string[] delimiters = ["", ",", ";", "tab", "\"", "\n", "ab", "0"];
        Read(new CsvRosterReader(), "roster.csv", bytes, Options with
        {
            Encoding = encodings[told[0] % encodings.Length],
            Delimiter = delimiters[told[1] % delimiters.Length],
            DateOrder = told[2] % 4 is var order and < 3 ? (DateOrder)order : null,
            Mapping = new Dictionary<string, string> { ["start"] = Pieces.AllTexts[told[3] % Pieces.AllTexts.Count], ["nothing"] = "End" },
            Legend = new Dictionary<string, string> { ["N"] = Pieces.AllTexts[told[3] % Pieces.AllTexts.Count] },
        });
    }

    private static void ReadAsWhateverItIs(byte[] bytes)
    {
        var file = new RosterFile("roster.bin", bytes);
        if (Array.Find(Readers, reader => reader.CanRead(file)) is { } reader)
        {
            Read(reader, file.Name, bytes);
        }
    }
}
