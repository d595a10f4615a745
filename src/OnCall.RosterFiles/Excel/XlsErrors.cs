using System.Buffers.Binary;

namespace OnCall.RosterFiles.Excel;

/// <summary>
/// Finds the cells of an .xls file that show an error, which a library reads as blank ones: a record BoolErr, or a Formula with such a
/// result ([MS-XLS] 2.4.24, 2.4.127 and 2.5.133).
/// </summary>
internal static class XlsErrors
{
    private const int Header = 4;
    private const int BoundSheet = 0x85;
    private const int EndOfSheet = 0x0A;
    private const int Formula = 0x06;
    private const int BoolErr = 0x205;

    /// <summary>What each shows, by the number of its sheet, its row and its column, all from 0.</summary>
    /// <param name="workbook">The stream of that name.</param>
    public static Dictionary<(int Sheet, int Row, int Column), string> Of(ReadOnlySpan<byte> workbook)
    {
        var errors = new Dictionary<(int Sheet, int Row, int Column), string>();
        var (at, sheet) = (0L, 0);
        for (var type = Record(workbook, ref at, out var content); type is not -1 and not EndOfSheet; type = Record(workbook, ref at, out content))
        {
            // Of the kinds of sheets 0 is one of cells.
            if (type == BoundSheet && content.Length > 5 && content[5] == 0)
            {
                Add(workbook, BinaryPrimitives.ReadUInt32LittleEndian(content), sheet++, errors);
            }
        }

        return errors;
    }

    private static void Add(ReadOnlySpan<byte> workbook, long at, int sheet, Dictionary<(int Sheet, int Row, int Column), string> errors)
    {
        // A chart within a sheet ends as a sheet does.
        var open = 0;
        for (var type = Record(workbook, ref at, out var content); type >= 0; type = Record(workbook, ref at, out content))
        {
            open += (type & 0xFF) == 0x09 ? 1 : type == EndOfSheet ? -1 : 0;
            if (open == 0)
            {
                return;
            }

            var error = type switch
            {
                BoolErr when content.Length >= 8 && content[7] == 1 => content[6],
                Formula when content.Length >= 14 && content[6] == 2 && content[12] == 0xFF && content[13] == 0xFF => content[8],
                _ => (byte?)null,
            };
            if (error is { } code)
            {
                errors[(sheet, BinaryPrimitives.ReadUInt16LittleEndian(content), BinaryPrimitives.ReadUInt16LittleEndian(content[2..]))] = Text(code);
            }
        }
    }

    /// <summary>The kind of the record, and -1 behind the last.</summary>
    private static int Record(ReadOnlySpan<byte> workbook, ref long at, out ReadOnlySpan<byte> content)
    {
        content = [];
        if (at + Header > workbook.Length)
        {
            return -1;
        }

        var head = workbook[(int)at..];
        var length = BinaryPrimitives.ReadUInt16LittleEndian(head[2..]);
        content = head[Header..Math.Min(head.Length, Header + length)];
        at += Header + length;
        return BinaryPrimitives.ReadUInt16LittleEndian(head);
    }

    private static string Text(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
}
