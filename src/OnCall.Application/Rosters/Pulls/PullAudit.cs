using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>What the audit trail keeps of pulls. Never the value of a header.</summary>
internal static class PullAudit
{
    public static AuditEntry Put(Caller caller, Instant now, string code, string orgUnit, PullSettings settings) =>
        DirectoryAudit.Entry(now, caller, "roster-pull.put", Subject(code), new { orgUnit, settings });

    public static AuditEntry Delete(Caller caller, Instant now, string code) => new(now, caller.Key, "roster-pull.delete", Subject(code), "{}");

    public static AuditEntry Trouble(StoredPull pull, PullStep step, PullState state, Instant now) => new(
        now, TakeRoster.CallerOf(pull).Key, step.Outcome == RosterPullOutcome.Held ? "roster-pull.held" : "roster-pull.failed", Subject(pull.Code),
        AuditDetail.Of(("why", step.Why), ("upload", step.Outcome == RosterPullOutcome.Held ? state.Held?.ToString() : null)));

    private static string Subject(string code) => "roster-pull:" + code;
}
