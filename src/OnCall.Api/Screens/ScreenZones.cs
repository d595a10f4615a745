using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Roles;

namespace OnCall.Api.Screens;

/// <summary>By whose wall clock a screen tells the time. One for each request, so that the units are read once for all its lines.</summary>
internal sealed class ScreenZones(RosterSnapshots snapshots, IOrgUnitStore units, HouseZone house)
{
    /// <summary>Where a screen, or a part of it, says which role it is about: a code in its view data.</summary>
    internal const string Role = "Role";

    private OrgTree? _tree;

    /// <summary>The zone of the role with that code; the house's for none, without a look into the database.</summary>
    internal async ValueTask<DateTimeZone> OfAsync(string? role, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(role) || (await snapshots.CurrentAsync(cancellationToken)).Find(role) is not { } known)
        {
            return house.Zone;
        }

        var tree = known.TimeZone is null && known.OrgUnit is not null ? _tree ??= await units.TreeAsync(cancellationToken) : null;
        return tree is null ? house.Of(known, []) : house.Of(known, tree);
    }
}
