using OnCall.Domain.Access;

namespace OnCall.Application.Access.Groups;

/// <summary>Whoever is in a group of the hospital's directory holds a permission here.</summary>
/// <param name="Group">As the OpenID Connect provider names it, or an LDAP group's distinguished name.</param>
/// <param name="OrgUnit">Code of the unit that the permission is for, with all below it; null for the whole hospital.</param>
public sealed record GroupRule(string Group, Permission Permission, string? OrgUnit);
