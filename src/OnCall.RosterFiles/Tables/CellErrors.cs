using System.Collections.Frozen;

namespace OnCall.RosterFiles.Tables;

/// <summary>What spreadsheets show, and write into texts, where a formula has no result.</summary>
internal static class CellErrors
{
    public const string Code = "error-cell";

    /// <summary>What we write ourselves where a file has a formula and nothing of its result.</summary>
    public const string NoResult = "#RESULT?";

    private static readonly FrozenSet<string> Known =
        FrozenSet.ToFrozenSet(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", NoResult], StringComparer.Ordinal);

    public static bool Is(string cell) => cell.StartsWith('#') && Known.Contains(cell.Trim());

    public static string Message(string cell) => cell == NoResult
        ? "The cell has a formula, and the file does not hold its result. Open it in the spreadsheet program, save it again, and upload that; or write the value itself."
        : $"The cell shows the error {cell.Trim()}: its formula has no result. Correct the formula, or write the value itself.";
}
