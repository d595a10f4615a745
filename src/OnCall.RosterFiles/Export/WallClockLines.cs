using NodaTime;
using OnCall.Application.Rosters.Export;

namespace OnCall.RosterFiles.Export;

/// <summary>Turns instants into what the wall clock of the roster's zone shows, with the offset where it shows the same twice.</summary>
internal static class WallClockLines
{
    public static IEnumerable<ExportedShift> Of(IEnumerable<ExportedLine> lines, DateTimeZone zone) => lines.Select(line => new ExportedShift(
        line.Role,
        line.Person.EmployeeNo,
        line.Person.Name,
        line.Start.InZone(zone).LocalDateTime,
        line.End.InZone(zone).LocalDateTime,
        line.Tier,
        line.Label,
        OffsetIfTwice(line.Start, zone),
        OffsetIfTwice(line.End, zone)));

    private static Offset? OffsetIfTwice(Instant at, DateTimeZone zone) =>
        at.InZone(zone) is var local && zone.MapLocal(local.LocalDateTime).Count > 1 ? local.Offset : null;
}
