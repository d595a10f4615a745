using NodaTime;
using OnCall.Application.Rosters.Export;

namespace OnCall.RosterFiles.Export;

/// <summary>Exports rosters as Excel workbooks.</summary>
public sealed class XlsxExporter : IRosterExporter
{
    public string Format => "xlsx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public void Write(Stream target, IEnumerable<ExportedLine> lines, DateTimeZone zone) => XlsxWriter.Write(target, WallClockLines.Of(lines, zone));
}
