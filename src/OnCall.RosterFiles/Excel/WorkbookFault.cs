namespace OnCall.RosterFiles.Excel;

/// <summary>Why a whole workbook cannot be read. Thrown while rows are streamed, and answered as the one problem of the file.</summary>
internal sealed class WorkbookFault(string code, string message) : Exception(message)
{
    /// <summary>Stable: <c>encrypted-workbook</c>.</summary>
    public string Code { get; } = code;

    public static WorkbookFault Corrupt(string what) =>
        new("corrupt-workbook", $"The workbook is damaged: {what}. Open it in the spreadsheet program, save it again as .xlsx, and upload that.");

    public static WorkbookFault TooLarge(string what) =>
        new("workbook-too-large", $"The workbook is too large to read: {what}. Keep one sheet with the roster alone, or save it as CSV UTF-8.");

    public static WorkbookFault Encrypted { get; } =
        new("encrypted-workbook", "The workbook is protected by a password, so nothing in it can be read. Take the password off and upload it again.");

    public static WorkbookFault Macros { get; } =
        new("macro-workbook", "The workbook holds macros, which are not taken. Save it as 'Excel workbook (.xlsx)' and upload that.");

    public static WorkbookFault Other(string what) =>
        new("not-a-workbook", $"The file is {what}. Save the roster as 'Excel workbook (.xlsx)' or 'CSV UTF-8' and upload that.");
}
