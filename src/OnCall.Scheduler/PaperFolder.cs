using OnCall.Application.Rosters.Paper;

namespace OnCall.Scheduler;

/// <summary>A folder on this machine or on a share that is mounted here. Who may read it is the folder's own business.</summary>
public sealed class PaperFolder(string path) : IPaperFolder
{
    private const string Ours = "on-call-";
    private const string Unfinished = ".part";

    public async Task ReplaceAsync(IReadOnlyList<PaperFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        Directory.CreateDirectory(path);
        foreach (var file in files)
        {
            await PutAsync(file, cancellationToken);
        }

        var kept = files.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var old in Directory.EnumerateFiles(path, Ours + "*").Where(f => !kept.Contains(Path.GetFileName(f)) && !f.EndsWith(Unfinished, StringComparison.Ordinal)))
        {
            File.Delete(old);
        }
    }

    private async Task PutAsync(PaperFile file, CancellationToken cancellationToken)
    {
        // Nodes that share the folder write under names of their own; the last one in wins whole.
        var place = Path.Combine(path, file.Name);
        var unfinished = $"{place}.{Environment.MachineName}-{Environment.ProcessId}{Unfinished}";
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(file.Content, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, place, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
