using System.Text.Json;
using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>What the audit trail keeps of feeds. The token is in none of it.</summary>
internal static class FeedAudit
{
    public static AuditEntry Make(Caller caller, Instant now, RoleId? role) => Entry(caller, now, "feed.make", role);

    public static AuditEntry Renew(Caller caller, Instant now, RoleId? role) => Entry(caller, now, "feed.renew", role);

    public static AuditEntry Revoke(Caller caller, Instant now, RoleId? role) => Entry(caller, now, "feed.revoke", role);

    private static AuditEntry Entry(Caller caller, Instant now, string action, RoleId? role) =>
        new(now, caller.Key, action, $"feed:{caller.Person}", JsonSerializer.Serialize(new { role = role?.Value }));
}
