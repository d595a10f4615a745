using OnCall.Application.Rosters.Files;
using OnCall.RosterFiles.Csv;
using OnCall.RosterFiles.Encodings;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Amion;

/// <summary>
/// Reads Amion's report 619, with commas or with tabs: some lines of header, then for each assignment the name of the person, their
/// unique and backup ids, the assignment, its two ids, the date as m-d-yy, start and end as hhmm.
/// </summary>
public sealed class AmionRosterReader : IRosterReader
{
    private const int Looked = 8 * 1024;
    private const int Ahead = 60;
    private static readonly char[] Separators = [',', '\t'];

    public string Format => "amion";

    public bool CanRead(RosterFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var head = file.Content.Span[..Math.Min(file.Content.Length, Looked)];
        if (!TextDecoder.IsText(head) || TextDecoder.Read(head[..(head.LastIndexOf((byte)'\n') + 1)], null, _ => 0).Text is not { } text)
        {
            return IsNoFile(head);
        }

        return IsNoFile(head) || (SeparatorOf(text) is { } separator && !HasHeadings(text, separator));
    }

    public RosterReading Read(RosterFile file, RosterReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var problems = new RosterProblems();
        if (IsNoFile(file.Content.Span))
        {
            problems.Error(1, "", "no-file", "Amion answered NOFI: it has no schedule under this login. Check the login and the dates asked for.");
            return new RosterReading(Format, TextEncodings.Utf8, 0, AmionRows.Columns, [], problems);
        }

        var decoded = TextDecoder.Read(file.Content.Span, options.Encoding, _ => 0);
        if (decoded.Text is not { } text)
        {
            problems.Error(decoded.BadLine, "", "unknown-encoding", "The file's encoding cannot be told. Say which it is: utf-8, shift_jis, gb18030 or windows-1252.");
            return new RosterReading(Format, decoded.Encoding, 0, AmionRows.Columns, [], problems);
        }

        if (SeparatorOf(text) is not { } separator)
        {
            problems.Error(1, "", "no-rows", "There is no assignment in this file: a row of report 619 has nine values, the seventh a date as 10-12-26. Export report 619.");
            return new RosterReading(Format, decoded.Encoding, 0, AmionRows.Columns, [], problems);
        }

        var delimiter = new Delimiter(separator, '"', 0);
        var (drafts, rows) = new AmionRows(options, problems).Read(CsvRows.Of(text, delimiter));
        return new RosterReading(Format, decoded.Encoding, rows, AmionRows.Columns, drafts, problems) { Delimiter = delimiter.Written };
    }

    public IEnumerable<WrittenRow> RowsOf(RosterFile file, RosterReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Delimiter is { } written && TextDecoder.Read(file.Content.Span, reading.Encoding, _ => 0).Text is { } text
            ? CsvRows.Of(text, new Delimiter(Delimiter.Told(written) ?? ',', '"', 0)).Select(r => new WrittenRow(r.Number, r.Cells))
            : [];
    }

    private static bool IsNoFile(ReadOnlySpan<byte> bytes) => bytes.TrimStart("\uFEFF \r\n\t"u8).StartsWith("NOFI"u8);

    /// <summary>A list that has its headings says itself what its columns are, and may well write days first.</summary>
    private static bool HasHeadings(string text, char separator) =>
        ListRows.IsList([.. CsvRows.Of(text, new Delimiter(separator, '"', 0)).Take(Ahead).TakeWhile(row => !AmionRows.IsAssignment(row))], new RosterReadingOptions());

    /// <summary>What separates the values of the first row that is an assignment; null when none is.</summary>
    private static char? SeparatorOf(string text)
    {
        foreach (var separator in Separators)
        {
            if (CsvRows.Of(text, new Delimiter(separator, '"', 0)).Take(Ahead).Any(AmionRows.IsAssignment))
            {
                return separator;
            }
        }

        return null;
    }
}
