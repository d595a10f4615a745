namespace OnCall.Application.Rosters.Paper;

/// <summary>Makes files of a sheet, each complete in itself.</summary>
public interface IPaperPrinter
{
    IReadOnlyList<PaperFile> Print(PaperSheet sheet);
}
