using System.Buffers;
using System.Globalization;
using System.Text;

namespace OnCall.RosterFiles.Export;

/// <summary>Writes a roster as CSV by RFC 4180 in UTF-8, with the mark by which spreadsheets know the encoding.</summary>
public static class RosterCsvWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static void Write(Stream target, IEnumerable<ExportedShift> shifts)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(shifts);
        using var writer = new StreamWriter(target, Utf8WithMark, bufferSize: 16 * 1024, leaveOpen: true);
        WriteRow(writer, ExportedText.Headings);
        foreach (var shift in shifts)
        {
            WriteRow(
                writer,
                shift.Role,
                shift.EmployeeNo,
                shift.Name,
                ExportedText.Moment(shift.Start, shift.StartOffset),
                ExportedText.Moment(shift.End, shift.EndOffset),
                shift.Tier.ToString(CultureInfo.InvariantCulture),
                shift.Label ?? "");
        }
    }

    private static void WriteRow(StreamWriter writer, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            writer.Write(i == 0 ? "" : ",");
            writer.Write(Cell(cells[i]));
        }

        writer.Write("\r\n");
    }

    private static string Cell(string text)
    {
        // A spreadsheet would run it as a formula. Behind a space it is text to every spreadsheet, and readers trim the space.
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
        {
            text = " " + text;
        }

        return text.AsSpan().IndexOfAny(Quoted) < 0 && !text.StartsWith(' ') && !text.EndsWith(' ')
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
