using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Covers;

/// <summary>What the audit trail keeps of covers.</summary>
internal static class CoverAudit
{
    public static AuditEntry Add(Caller caller, Instant now, Cover cover) => new(
        now,
        caller.Key,
        "cover.add",
        $"cover:{cover.Id}",
        JsonSerializer.Serialize(new
        {
            role = cover.Role.Value,
            person = cover.Person.Value,
            instead = cover.Instead?.Value,
            tier = cover.Tier,
            from = InstantPattern.General.Format(cover.Start),
            to = InstantPattern.General.Format(cover.End),
        }));

    public static AuditEntry Remove(Caller caller, Instant now, CoverId cover) => new(now, caller.Key, "cover.remove", $"cover:{cover}", "{}");
}
