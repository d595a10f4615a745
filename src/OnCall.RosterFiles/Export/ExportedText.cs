using NodaTime;
using NodaTime.Text;

namespace OnCall.RosterFiles.Export;

/// <summary>How a written roster spells headings and times.</summary>
internal static class ExportedText
{
    public static readonly string[] Headings = ["Role", "Employee no", "Name", "Start", "End", "Tier", "Shift"];

    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm");
    private static readonly LocalDateTimePattern ToTheEnd = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss;FFF");
    private static readonly OffsetPattern WithSign = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary><c>2026-10-25 02:30</c>, or with the offset that tells which of two it is: <c>2026-10-25 02:30+01:00</c>.</summary>
    public static string Moment(LocalDateTime local, Offset? offset) =>
        (local.TickOfDay % NodaConstants.TicksPerMinute == 0 ? ToTheMinute : ToTheEnd).Format(local) + (offset is { } told ? WithSign.Format(told) : "");
}
