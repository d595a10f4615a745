using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Csv;

/// <summary>Reads CSV by RFC 4180, in UTF-8, separated by commas, semicolons or tabs.</summary>
public sealed class CsvRosterReader : IRosterReader
{
    private const string Encoding = "utf-8";

    public string Format => "csv";

    public bool CanRead(RosterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var head = file.Content.Span[..Math.Min(file.Content.Length, 4096)];

        // Workbooks are ZIP or OLE containers, and a calendar says so in its first line; a text has no zero bytes.
        return !head.StartsWith("PK\u0003\u0004"u8) && !head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
            && !head.StartsWith("%PDF"u8) && !head.StartsWith("BEGIN:VCALENDAR"u8)
            && (!head.Contains((byte)0) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]));
    }

    public RosterReading Read(RosterFile file, RosterReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var decoded = Utf8Text.Read(file.Content.Span);
        if (decoded.Text is not { } text)
        {
            return Undecoded(decoded);
        }

        var (delimiter, skip) = Delimiter.Of(text);
        return TableReader.Read(Format, Encoding, CsvRows.Of(text[skip..], delimiter), options);
    }

    private RosterReading Undecoded(Utf8Text decoded)
    {
        var problems = new RosterProblems();
        problems.Error(
            decoded.BadRow,
            "",
            "not-utf8",
            decoded.IsUtf16
                ? "The file is in UTF-16. Save it again as 'CSV UTF-8'."
                : $"The file is not in UTF-8: its line {decoded.BadRow} holds bytes of another encoding. Save it again as 'CSV UTF-8'.");
        return new RosterReading(Format, decoded.IsUtf16 ? "utf-16" : "unknown", 0, RosterColumns.Default, [], problems);
    }
}
