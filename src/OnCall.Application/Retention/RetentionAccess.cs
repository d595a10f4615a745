using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Retention;

/// <summary>
/// Who says how long things are kept and what is held: administrators of the unit, or of the whole hospital where there is none. Auditors read it and,
/// as everywhere, change nothing.
/// </summary>
internal static class RetentionAccess
{
    internal static Refusal NotReader() => Refusal.Forbidden("This is for administrators and auditors.");

    internal static Refusal NotAdministrator() =>
        Refusal.Forbidden("This needs the permission admin for the unit that it concerns, or for the whole hospital where there is none.");

    internal static bool IsReader(Caller caller) => caller.Grants.Any(g => g.Permission is Permission.Admin or Permission.Auditor);

    internal static bool MayRead(Caller caller, IReadOnlyCollection<OrgUnitId> unitAndAbove) =>
        caller.May(Permission.Admin, unitAndAbove) || caller.May(Permission.Auditor, unitAndAbove);
}
