using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Encodings;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Csv;

/// <summary>Reads separated text by RFC 4180, in any usual encoding, with any separator and quote.</summary>
public sealed class CsvRosterReader : IRosterReader
{
    public string Format => "csv";

    public bool CanRead(RosterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var head = file.Content.Span[..Math.Min(file.Content.Length, 4096)];

        // Workbooks are ZIP or OLE containers, and a calendar says so in its first line.
        return !head.StartsWith("PK\u0003\u0004"u8) && !head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
            && !head.StartsWith("%PDF"u8) && !head.StartsWith("BEGIN:VCALENDAR"u8) && TextDecoder.IsText(head);
    }

    public RosterReading Read(RosterFile file, RosterReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Delimiter is { Length: > 0 } told && Delimiter.Told(told) is null)
        {
            return Refused("unknown", "unknown-delimiter", 0, "The delimiter is one character such as ; or |, or the word tab.", told);
        }

        var decoded = TextDecoder.Read(file.Content.Span, options.Encoding, Delimiter.KnownHeadings);
        if (decoded.Text is not { } text)
        {
            return Undecoded(decoded, options.Encoding);
        }

        var delimiter = Delimiter.Of(text, options.Delimiter);
        return TableReader.Read(Format, decoded.Encoding, CsvRows.Of(text[delimiter.Skip..], delimiter), options) with { Delimiter = delimiter.Written };
    }

    public IEnumerable<WrittenRow> RowsOf(RosterFile file, RosterReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        return TextDecoder.Read(file.Content.Span, reading.Encoding, Delimiter.KnownHeadings).Text is { } text && Delimiter.Of(text, reading.Delimiter) is var delimiter
            ? CsvRows.Of(text[delimiter.Skip..], delimiter).Select(r => new WrittenRow(r.Number, r.Cells))
            : [];
    }

    private RosterReading Undecoded(DecodedText decoded, string? told)
    {
        const string Names = "utf-8, utf-16, shift_jis, gb18030 or windows-1252";
        return (decoded, told) switch
        {
            ({ Encoding: "unknown", BadLine: 0 }, { } name) =>
                Refused("unknown", "unknown-encoding", 0, $"There is no such encoding. Say {Names}.", name),
            ({ Encoding: "unknown" }, _) =>
                Refused("unknown", "unknown-encoding", decoded.BadLine, $"The file's encoding cannot be told: its line {decoded.BadLine} is not UTF-8. Say which it is ({Names}), or save it again as 'CSV UTF-8'."),
            _ => Refused(decoded.Encoding, "broken-encoding", decoded.BadLine, $"Line {decoded.BadLine} holds bytes that are no text in {decoded.Encoding}. Say which encoding it is ({Names}), or save it again as 'CSV UTF-8'."),
        };
    }

    private RosterReading Refused(string encoding, string code, int row, string message, string? value = null)
    {
        var problems = new RosterProblems();
        problems.Error(row, "", code, message, value);
        return new RosterReading(Format, encoding, 0, RosterColumns.Default, [], problems);
    }
}
