namespace OnCall.Api.Settings;

/// <summary>A file that only the account that the program runs as can read.</summary>
internal static class OwnFile
{
    internal static async Task WriteAsync(string path, string line, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(path, how);
        await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
    }
}
