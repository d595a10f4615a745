using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Rotations;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Description;

/// <summary>Bodies of rotations.</summary>
internal static class RotationExamples
{
    private static readonly RoleName Role = new("cardiology/duty-physician", "Cardiology – duty physician");
    private static readonly PersonName Ada = new("N1001", "Ada Okafor");
    private static readonly PersonName Bram = new("N1002", "Bram Peeters");
    private static readonly CoverageTimes Nights = new(null, [new CoverageSpan(["mon", "tue", "wed", "thu", "fri"], "17:00", "08:00"), new CoverageSpan(["sat", "sun"], "08:00", "08:00")]);
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 30, 16, 0);
    private static readonly WrittenShift First = new(Ada, 1, Start, Start + Duration.FromHours(15), "Night");

    private static readonly RotationView View = new(
        "cardiology-nights", Role, 1, [Ada, Bram], "week", 1, "17:00", "mon", "2026-11-30", null, Nights, 56,
        [new RotationExceptionView("2026-12-21", Bram)], "Night", "Europe/Brussels", Instant.FromUtc(2027, 1, 18, 16, 0));

    internal static IReadOnlyList<object> All { get; } =
    [
        new PutRotationRequest(
            null, Role.Code, [Ada.EmployeeNo, Bram.EmployeeNo], "week", "17:00", "2026-11-30", On: "mon", Hours: Nights,
            Exceptions: [new RotationExceptionBody("2026-12-21", Bram.EmployeeNo)], Label: "Night"),
        View,
        new RotationOutcome(
            View, ExampleTimes.Id(5), new PublicationChanges(56, 0, 0),
            [new RosterProblem(0, "", ProblemSeverity.Warning, "gap", "Nobody is on 'Cardiology – duty physician' from 2026-12-01 08:00 to 2026-12-01 17:00. There are 35 such gaps, 315 hours in all.")],
            [First], [new RosterDifferenceLine(DifferenceKind.Added, Role, null, First)], 0),
    ];
}
