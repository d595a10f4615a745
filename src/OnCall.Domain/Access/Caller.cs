using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Access;

/// <summary>Who is asking: a person, or an integration that speaks for a system.</summary>
/// <param name="Key">Stable text for idempotency and the audit: <c>person:N004</c> or <c>integration:lab</c>.</param>
/// <param name="Person">Null for an integration.</param>
/// <param name="Name">As people read it in a trail.</param>
public sealed record Caller(string Key, PersonId? Person, string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>The program itself, when it sets up what is built in.</summary>
    public static Caller System { get; } = new("system", null, "OnCall", [new Grant(Permission.Admin, null)]);

    /// <summary>The key that they came in by, itself or with a session that stands on it; null for every other way.</summary>
    public KeyShown? Shown { get; init; }

    /// <summary>The session of their browser; null for every other way.</summary>
    public SessionId? Session { get; init; }

    /// <summary>Others use the computer of their browser too: what is for one person alone is not for it.</summary>
    public bool OnSharedComputer { get; init; }

    /// <summary>BCP 47 tag of the language that they chose to read; null where they chose none.</summary>
    public string? Language { get; init; }

    /// <summary>An integration has no person behind it.</summary>
    public bool IsIntegration => Person is null;

    /// <summary>
    /// True when a grant reaches the whole hospital. An administrator may do what a dispatcher may.
    /// <see cref="Permission.Staff"/> is not limited by units: all staff resolve and page any role.
    /// </summary>
    public bool May(Permission permission) => Grants.Any(g => (g.OrgUnit is null || permission == Permission.Staff) && Implies(g.Permission, permission));

    /// <summary>True when a grant reaches one of these units: pass the unit and all above it.</summary>
    public bool May(Permission permission, IReadOnlyCollection<OrgUnitId> unitAndAbove) =>
        May(permission) || Grants.Any(g => g.OrgUnit is { } unit && unitAndAbove.Contains(unit) && Implies(g.Permission, permission));

    private static bool Implies(Permission held, Permission asked) => asked switch
    {
        Permission.Staff => held is not Permission.Auditor,
        Permission.Dispatcher or Permission.Scheduler => held == asked || held == Permission.Admin,
        Permission.Admin or Permission.Auditor or Permission.Integration => held == asked,
    };
}
