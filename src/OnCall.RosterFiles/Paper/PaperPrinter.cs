using OnCall.Application.Rosters.Paper;

namespace OnCall.RosterFiles.Paper;

/// <summary>Prints a sheet as HTML that needs nothing else, and as a table in CSV.</summary>
public sealed class PaperPrinter : IPaperPrinter
{
    public IReadOnlyList<PaperFile> Print(PaperSheet sheet, PaperWords? words)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return [new PaperFile($"{sheet.Name}.html", new PaperHtml(sheet, words).Print()), new PaperFile($"{sheet.Name}.csv", PaperCsv.Of(sheet))];
    }
}
