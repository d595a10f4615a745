namespace OnCall.Application.Rosters.Paper;

/// <summary>The folder that paper is put into; it may be on a mounted share.</summary>
public interface IPaperFolder
{
    /// <summary>
    /// Puts the files in place of those of before, each in one step, so that nobody ever opens half a sheet. Sheets of before
    /// that are not among them go: what is old must not be mistaken for what is true.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written. What was there stays.</exception>
    Task ReplaceAsync(IReadOnlyList<PaperFile> files, CancellationToken cancellationToken);
}
