using System.Globalization;
using OnCall.RosterFiles.Tables;

namespace OnCall.RosterFiles.Excel;

/// <summary>How large a sheet can be, and how large it may be.</summary>
internal static class SheetBounds
{
    /// <summary>The last row that a spreadsheet has.</summary>
    public const int Rows = 1_048_576;

    /// <summary>The last column that is read. A grid of a year has some 370.</summary>
    public const int Columns = 1024;

    /// <summary>The largest sheet, in bytes of XML.</summary>
    public const long LargestPart = 256L * 1024 * 1024;

    /// <summary>How much of a sheet is looked at to see what it is.</summary>
    public const long LargestTop = 1024 * 1024;

    // XFD, the last column of a spreadsheet.
    private const int LastColumn = 16_384;

    /// <summary>The column of a reference such as <c>AB12</c>, from 0; -1 when it is none.</summary>
    public static int Column(string reference)
    {
        var column = 0;
        foreach (var sign in reference)
        {
            if (!char.IsAsciiLetter(sign))
            {
                break;
            }

            column = (column * 26) + ((sign | 0x20) - 'a') + 1;
            if (column > LastColumn)
            {
                return -1;
            }
        }

        return column - 1;
    }

    /// <summary>The cells of a range such as <c>A2:A5</c>; null when it is none.</summary>
    public static MergedCells? Range(string? reference)
    {
        if (reference?.Split(':') is not [var first, var last] || Row(first) is not { } top || Row(last) is not { } bottom)
        {
            return null;
        }

        var (left, right) = (Column(first), Column(last));
        return left >= 0 && left <= right && top <= bottom ? new MergedCells(top, bottom, left, right) : null;
    }

    public static void CheckColumn(int column, int row)
    {
        if (column >= Columns)
        {
            throw new WorkbookFault("sheet-too-wide", $"Row {row} goes on beyond column {Columns}. Delete what stands right of the roster.");
        }
    }

    private static int? Row(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= Rows ? row : null;
}
