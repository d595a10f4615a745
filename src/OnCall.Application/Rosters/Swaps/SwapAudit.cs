using NodaTime;
using NodaTime.Text;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>What the audit trail keeps of swaps.</summary>
internal static class SwapAudit
{
    public static AuditEntry Ask(string actor, Instant now, Swap swap, SwapSetting setting) => new(
        now, actor, "swap.ask", $"swap:{swap.Id}",
        AuditDetail.Of(
            ("giver", setting.Giver.EmployeeNo), ("taker", setting.Taker.EmployeeNo), ("give", Text(swap.Give, setting)),
            ("take", swap.Take is { } take ? Text(take, setting) : null)));

    /// <param name="ownApproval">Somebody approves or refuses a swap of their own, since nobody else can.</param>
    public static AuditEntry Move(string actor, Instant now, Swap swap, SwapAct act, SwapState to, bool ownApproval) => new(
        now, actor, $"swap.{act.ToString().ToLowerInvariant()}", $"swap:{swap.Id}",
        ownApproval ? AuditDetail.Of(("state", to.ToString()), ("own", "the only scheduler")) : AuditDetail.Of(("state", to.ToString())));

    private static string Text(SwapSide side, SwapSetting setting) =>
        $"{setting.Scopes[side.Role].Role.Code} {InstantPattern.General.Format(side.Start)}/{InstantPattern.General.Format(side.End)}";
}
