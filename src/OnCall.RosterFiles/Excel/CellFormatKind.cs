namespace OnCall.RosterFiles.Excel;

/// <summary>What a cell's number format makes of a number.</summary>
internal enum CellFormatKind
{
    Number,
    Date,
    Time,
    DateAndTime,

    /// <summary>Hours that may pass 24: <c>[h]:mm</c>.</summary>
    Hours,

    /// <summary>A date or a time, whichever the spreadsheet program's language makes of the built-in format.</summary>
    DateOrTime,
}
