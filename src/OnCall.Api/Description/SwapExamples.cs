using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Swaps;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Api.Description;

/// <summary>Bodies of swaps.</summary>
internal static class SwapExamples
{
    private static readonly RoleName Role = new("cardiology/duty-physician", "Cardiology – duty physician");
    private static readonly PersonName Ada = new("N1001", "Ada Okafor");
    private static readonly PersonName Bram = new("N1002", "Bram Peeters");
    private static readonly Instant Give = Instant.FromUtc(2026, 11, 28, 7, 0);
    private static readonly Instant Take = Instant.FromUtc(2026, 11, 29, 7, 0);
    private static readonly Duration Shift = Duration.FromHours(12);

    internal static IReadOnlyList<object> All { get; } =
    [
        new AskSwapRequest(Role.Code, new SwapGiveBody("2026-11-28T08:00"), Bram.EmployeeNo, new SwapTakeBody("2026-11-29T08:00"), Reason: "wedding"),
        new SwapGiveBody("2026-11-28T08:00"),
        new SwapTakeBody("2026-11-29T08:00"),
        new SwapView(
            ExampleTimes.Id(6), SwapState.Asked, new SwapSideView(Role, 1, Give, Give + Shift, Ada, Bram), new SwapSideView(Role, 1, Take, Take + Shift, Bram, Ada), "wedding",
            ExampleTimes.Sent, Ada.Name, ExampleTimes.Sent, Ada.Name, Give, WantsApproval: true,
            [new SwapWarning("double-booked", Bram, "Bram Peeters would be on two roles at once.")], []),
        new CoverMyselfRequest(Role.Code, Instead: Ada.EmployeeNo, Reason: "Ada is in theatre"),
    ];
}
