namespace OnCall.RosterFiles.Excel;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Part">Where its cells are: the name of a part of the package, or its place in an .xls file.</param>
internal sealed record WorkbookSheet(string Name, bool IsVisible, string Part);
