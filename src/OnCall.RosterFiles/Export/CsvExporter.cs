using NodaTime;
using OnCall.Application.Rosters.Export;

namespace OnCall.RosterFiles.Export;

/// <summary>Exports rosters as CSV.</summary>
public sealed class CsvExporter : IRosterExporter
{
    public string Format => "csv";

    public string ContentType => "text/csv; charset=utf-8";

    public void Write(Stream target, IEnumerable<ExportedLine> lines, DateTimeZone zone) => RosterCsvWriter.Write(target, WallClockLines.Of(lines, zone));
}
