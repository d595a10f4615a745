using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>What the audit trail keeps of rotations.</summary>
internal static class RotationAudit
{
    public static AuditEntry Put(Caller caller, Instant now, RotationView rotation) => DirectoryAudit.Entry(now, caller, "rotation.put", "rotation:" + rotation.Code, new
    {
        role = rotation.Role.Code,
        rotation.Tier,
        people = rotation.People.Select(p => p.EmployeeNo),
        rotation.Every,
        rotation.Turns,
        rotation.HandOff,
        rotation.From,
        rotation.Until,
        hours = rotation.Hours.Spans ?? (object?)rotation.Hours.Word,
        rotation.HorizonDays,
        exceptions = rotation.Exceptions.Select(e => new { e.Date, person = e.Person?.EmployeeNo }),
        rotation.Label,
    });

    public static AuditEntry End(Caller caller, Instant now, Rotation rotation, bool atOnce) =>
        new(now, caller.Key, "rotation.end", "rotation:" + rotation.Code, AuditDetail.Of(("now", atOnce ? "true" : "false")));

    public static AuditEntry Extend(Instant now, Rotation rotation, Instant to) =>
        new(now, Caller.System.Key, "rotation.extend", "rotation:" + rotation.Code, AuditDetail.Of(("to", NodaTime.Text.InstantPattern.General.Format(to))));
}
