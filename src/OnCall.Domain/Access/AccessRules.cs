using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Access;

/// <summary>Who may see and change what in the directory.</summary>
public static class AccessRules
{
    /// <summary>Roles, units, policies: whoever works here, and auditors.</summary>
    public static bool MaySeeRoles(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.May(Permission.Staff) || caller.Grants.Any(g => g.Permission == Permission.Auditor);
    }

    /// <summary>A person's record with its contact methods: the person, and who works with that unit's people.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="person">Whose record.</param>
    /// <param name="unitAndAbove">The person's unit and all above it.</param>
    public static bool MaySeePerson(Caller caller, PersonId person, IReadOnlyCollection<OrgUnitId> unitAndAbove)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person == person
            || caller.May(Permission.Dispatcher, unitAndAbove)
            || caller.May(Permission.Scheduler, unitAndAbove)
            || caller.May(Permission.Auditor, unitAndAbove);
    }

    /// <summary>
    /// Nobody gives what they do not have: an administrator of a unit grants within it. Staff is what everyone who works here has,
    /// and any administrator may give it.
    /// </summary>
    public static bool MayGrant(Caller caller, Grant grant, IReadOnlyCollection<OrgUnitId> unitAndAbove)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(grant);
        return grant.Permission == Permission.Staff
            ? caller.Grants.Any(g => g.Permission == Permission.Admin)
            : caller.May(Permission.Admin, unitAndAbove);
    }

    /// <summary>
    /// Whoever makes a key or an invitation for a person could act as them: an administrator of the person's unit does, unless the person may
    /// more than they.
    /// </summary>
    /// <param name="unit">The person's.</param>
    /// <param name="held">What the person may.</param>
    public static bool MayAdminister(Caller caller, OrgUnitId? unit, IEnumerable<Grant> held, OrgTree tree)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(tree);
        return caller.May(Permission.Admin, tree.Above(unit)) && held.All(g => MayGrant(caller, g, tree.Above(g.OrgUnit)));
    }
}
