using OnCall.Domain.Directory;

namespace OnCall.Domain.Access;

/// <summary>Who is asking: a person, or an integration that speaks for a system.</summary>
/// <param name="Key">Stable text for idempotency and the audit: <c>person:N004</c> or <c>integration:lab</c>.</param>
/// <param name="Person">Null for an integration.</param>
/// <param name="Name">As people read it in a trail.</param>
public sealed record Caller(string Key, PersonId? Person, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>An integration has no person behind it.</summary>
    public bool IsIntegration => Person is null;

    /// <summary>True when a grant reaches the whole hospital. An administrator may do what a dispatcher may.</summary>
    public bool May(Permission permission) => Grants.Any(g => g.OrgUnit is null && Implies(g.Permission, permission));

    /// <summary>True when a grant reaches one of these units: pass the unit and all above it.</summary>
    public bool May(Permission permission, IReadOnlyCollection<Roles.OrgUnitId> unitAndAbove) =>
        May(permission) || Grants.Any(g => g.OrgUnit is { } unit && unitAndAbove.Contains(unit) && Implies(g.Permission, permission));

    private static bool Implies(Permission held, Permission asked) =>
        held == asked || (held == Permission.Admin && asked is Permission.Dispatcher or Permission.Scheduler or Permission.Staff);
}
