using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters;

/// <summary>The wall clock of a hospital, where neither a role nor its units name one of their own: <c>OnCall__TimeZone</c>.</summary>
public sealed record HouseZone(DateTimeZone Zone)
{
    /// <summary>The zone of a role: its own, else its unit's or the nearest one above, else the house's.</summary>
    /// <param name="role">The role.</param>
    /// <param name="unitAndAbove">Its unit and all above it, nearest first.</param>
    public DateTimeZone Of(Role role, IEnumerable<OrgUnit> unitAndAbove)
    {
        ArgumentNullException.ThrowIfNull(role);
        var name = role.TimeZone ?? unitAndAbove.Select(u => u.TimeZone).FirstOrDefault(z => z is not null);
        return (name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)) ?? Zone;
    }

    /// <summary>The same, of a tree that has been read.</summary>
    public DateTimeZone Of(Role role, OrgTree tree)
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(tree);
        return Of(role, tree.Above(role.OrgUnit).Select(id => tree.Find(id)).OfType<OrgUnit>());
    }
}
