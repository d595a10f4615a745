namespace OnCall.Channels.Tests.Support;

/// <summary>A spool of HylaFAX for one test.</summary>
internal sealed class HylafaxSpool : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("oncall-hylafax-").FullName;

    /// <summary>The queue's job files.</summary>
    public IEnumerable<string> Jobs() => Contents("sendq", "q*");

    /// <summary>The texts of the jobs.</summary>
    public IEnumerable<string> Texts() => Contents("docq", "doc*");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private List<string> Contents(string folder, string pattern) =>
        Directory.Exists(System.IO.Path.Combine(Path, folder))
            ? [.. Directory.EnumerateFiles(System.IO.Path.Combine(Path, folder), pattern).Select(File.ReadAllText)]
            : [];
}
