using OnCall.Api.Endpoints.Feeds;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Reports;
using OnCall.Application.Rosters.Search;
using OnCall.Application.Rosters.Shifts;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Notices;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Description;

/// <summary>Bodies of rosters, uploads and covers.</summary>
internal static class RosterExamples
{
    private static readonly RoleName Role = new("cardiology/duty-physician", "Cardiology – duty physician");
    private static readonly PersonName Ada = new("N1001", "Ada Okafor");
    private static readonly PersonName Bram = new("N1002", "Bram Peeters");

    internal static IReadOnlyList<object> All { get; } =
    [
        new ResolveView(
            Role, ExampleTimes.Sent, true, [new ResponderView(Ada, 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, "on the roster (Day)")],
            new NextView(ExampleTimes.ShiftEnd, true, [new NextResponderView(Bram, 1)]), null),
        new FoundRoles(
            [
                new FoundRole(
                    Role.Code, Role.Name, new UnitName("cardiology", "Cardiology"), "Europe/Brussels", true, false, ExampleTimes.Sent, true,
                    [new ResponderView(Ada, 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, "on the roster (Day)")], null),
            ],
            1),
        new RosterLine(Role, Ada, 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, "Day", "on the roster (Day)"),
        new RosterFindingLine(
            Role, RosterFindingKind.Uncovered, ExampleTimes.ShiftEnd, ExampleTimes.ShiftEnd.Plus(NodaTime.Duration.FromHours(12)), 0,
            [new WarnedLine("24h", ExampleTimes.Sent, [Ada], Delivered: true)]),
        new UnreachableLine(Role, Ada, 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, NobodyElse: true),
        new RosterUploadLine(
            ExampleTimes.Id(2), ExampleTimes.Sent, "Sam Scheduler", "november.csv", "Europe/Brussels", "csv", "utf-8", 62, 62, new PublicationChanges(60, 2, 0),
            UploadStatus.Published, ExampleTimes.Sent),
        new RosterUploadView(
            ExampleTimes.Id(2), "csv", "utf-8", 62, 62,
            [new RosterProblem(14, "Start", ProblemSeverity.Warning, "repeated-time", "The clocks show this time twice. The first is taken; write the offset to mean the second.", "2026-10-25 02:30")],
            new PublicationChanges(60, 2, 0), UploadStatus.Preview,
            new UploadReading("cardiology", ",", null, null, new Dictionary<string, string> { ["role"] = "Role", ["employeeNo"] = "Staff ID", ["start"] = "From", ["end"] = "To" })),
        new RosterUploadDetail(
            new RosterUploadLine(
                ExampleTimes.Id(2), ExampleTimes.Sent, "Sam Scheduler", "november.csv", "Europe/Brussels", "csv", "utf-8", 62, 62, new PublicationChanges(0, 1, 0, 61),
                UploadStatus.Preview, null),
            new UploadReading("cardiology", ",", null, null, new Dictionary<string, string> { ["role"] = "Role", ["employeeNo"] = "Staff ID", ["start"] = "From", ["end"] = "To" }),
            [],
            [
                new RosterDifferenceLine(
                    DifferenceKind.Changed, Role, new WrittenShift(Ada, 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, "Day"),
                    new WrittenShift(Bram, 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, "Day")),
            ],
            0),
        new NoticeView(
            ExampleTimes.Id(4), NoticeKind.GapWarning, NoticeUrgency.Quiet,
            "OnCall: nobody is on Cardiology – duty physician from Sat 28 Nov 20:00 to Sun 29 Nov 08:00 (in 24 h). Please fill the gap.",
            ExampleTimes.Sent, ExampleTimes.Sent, null),
        new RoleFeedBody(Role.Code),
        new FeedLink("https://oncall.example.org/feeds/Yk3b0v5W…told-this-once.ics", "Yk3b0v5W…told-this-once"),
        new CoverageReport(
            ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, [new RoleCoverage(Role, 12, 1, 40, 1, 48.5, 190)], [new PersonShare(Ada, 96, 4, 2, 0), new PersonShare(Bram, 84.5, 3, 2, 1)]),
        new AddShiftRequest(Role.Code, Bram.EmployeeNo, "2026-11-23T20:00", "2026-11-24T08:00", 1, "Night"),
        new ShiftOutcome(
            ExampleTimes.Id(2), Role, new WrittenShift(Bram, 1, ExampleTimes.ShiftStart, ExampleTimes.ShiftEnd, "Night"), new PublicationChanges(1, 0, 0),
            [new RosterProblem(1, "", ProblemSeverity.Warning, "over-24-hours", "Bram Peeters is on for 26 hours without a break, from 2026-11-23 06:00 to 2026-11-24 08:00.")]),
        new AddCoverRequest(Role.Code, Bram.EmployeeNo, "2026-11-23T12:00", "2026-11-23T20:00", Ada.EmployeeNo, "dentist"),
        new CoverView(ExampleTimes.Id(3), Role, Bram, Ada, 1, ExampleTimes.Sent, ExampleTimes.ShiftEnd, "dentist", ExampleTimes.ShiftStart),
    ];
}
