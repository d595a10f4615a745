using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters;

/// <summary>Where a role stands: whose permissions reach it, and by which wall clock its people live.</summary>
/// <param name="UnitAndAbove">Empty for a role that belongs to no unit: only a permission for the whole hospital reaches it.</param>
public sealed record RoleScope(Role Role, IReadOnlyList<OrgUnitId> UnitAndAbove, DateTimeZone Zone)
{
    public RosterClock Clock { get; } = new(Zone);

    /// <summary>The holidays of its unit and of those above it: days on which spans of hours for <c>hol</c> apply.</summary>
    public IReadOnlySet<LocalDate> Holidays { get; init; } = NoDays.Holidays;

    /// <summary>Swaps of its shifts want a scheduler's approval: as its unit says, else the nearest above that says it, else they do.</summary>
    public bool SwapsWantApproval { get; init; } = true;

    /// <summary>May upload rosters and make covers for it.</summary>
    public bool MaySchedule(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.May(Permission.Scheduler, UnitAndAbove);
    }

    /// <summary>May read its roster: a grant of any kind that reaches the role.</summary>
    public bool MayRead(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Grants.Any(g => g.OrgUnit is not { } unit || UnitAndAbove.Contains(unit));
    }
}
