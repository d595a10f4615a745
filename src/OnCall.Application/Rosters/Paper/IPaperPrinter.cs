namespace OnCall.Application.Rosters.Paper;

/// <summary>Makes files of a sheet, each complete in itself.</summary>
public interface IPaperPrinter
{
    /// <param name="sheet">What is printed.</param>
    /// <param name="words">How it speaks; null for English. Tables are English: programs read them.</param>
    IReadOnlyList<PaperFile> Print(PaperSheet sheet, PaperWords? words);
}
