using System.Collections.Frozen;

namespace OnCall.RosterFiles.Tables;

/// <summary>What spreadsheets show, and write into texts, where a formula has no result.</summary>
internal static class CellErrors
{
    public const string Code = "error-cell";

    private static readonly FrozenSet<string> Known =
        FrozenSet.ToFrozenSet(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"], StringComparer.Ordinal);

    public static bool Is(string cell) => cell.StartsWith('#') && Known.Contains(cell.Trim());

    public static string Message(string cell) => $"The cell shows the error {cell.Trim()}: its formula has no result. Correct the formula, or write the value itself.";
}
