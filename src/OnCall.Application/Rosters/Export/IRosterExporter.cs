using NodaTime;

namespace OnCall.Application.Rosters.Export;

/// <summary>Writes rosters as files of one format, such that its reader reads the same shifts out of them again.</summary>
public interface IRosterExporter
{
    /// <summary>The written name of the format, which also ends a file's name: <c>csv</c>.</summary>
    string Format { get; }

    string ContentType { get; }

    /// <param name="target">Written from start to end, and left open.</param>
    /// <param name="zone">By whose wall clock the times are written; with their offset where the clock shows them twice.</param>
    void Write(Stream target, IEnumerable<ExportedLine> lines, DateTimeZone zone);
}
