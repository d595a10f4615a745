using NodaTime;

namespace OnCall.Application.Rosters.Paper;

/// <summary>
/// Puts the paper roster into its folder: a sheet that prints and a table for each unit and for the house. Every node that runs the
/// engine does so by itself: what is on its disk is there when the database is not.
/// </summary>
public sealed class PrintPaper(PaperSheets sheets, IPaperPrinter printer, IPaperFolder folder, PaperRecord record, IClock clock)
{
    /// <summary>How often paper is renewed.</summary>
    public static readonly Duration Every = Duration.FromMinutes(15);

    /// <summary>Prints when it is time to. False when it is not.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (record.PrintedAt is { } last && last <= now && now - last < Every)
        {
            return false;
        }

        var all = await sheets.AllAsync(now, cancellationToken);
        await folder.ReplaceAsync([.. all.SelectMany(sheet => printer.Print(sheet, null))], cancellationToken);
        record.Printed(now);
        return true;
    }
}
