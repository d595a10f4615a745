using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.Tables;

/// <summary>Tells of rows that the spreadsheet does not show, by hand or by a filter.</summary>
internal static class HiddenRows
{
    /// <summary>Whether it has been told now or before.</summary>
    public static bool Tell(TableRow row, bool toldBefore, RosterProblems problems)
    {
        if (row.IsHidden && !toldBefore)
        {
            problems.Warn(row.Number, "", "hidden-row", "The spreadsheet hides this row, and perhaps others. They are read all the same: delete them where they no longer count.");
        }

        return toldBefore || row.IsHidden;
    }
}
