using System.Globalization;
using System.Text;
using OnCall.Application;

namespace OnCall.RosterFiles.Export;

/// <summary>Writes a roster as CSV by RFC 4180 in UTF-8, with the mark by which spreadsheets know the encoding.</summary>
public static class RosterCsvWriter
{
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
            writer.Write(CsvCell.Of(cells[i]));
        }

        writer.Write("\r\n");
    }
}
