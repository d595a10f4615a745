using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>
/// Who answers for every role now, by unit. Whoever may resolve a role may read it; by which numbers people are reached is told to the
/// dispatchers and administrators of the role's unit.
/// </summary>
public sealed class ReadWhoIsOn(RosterSnapshots snapshots, RoleScopes scopes, IOrgUnitStore units, IDirectoryReads directory, IClock clock)
{
    /// <param name="find">Part of the name of a role, a unit or a person; null or empty for all.</param>
    public async Task<WhoIsOnView> RunAsync(Caller caller, string? find, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var now = clock.GetCurrentInstant();
        var snapshot = await snapshots.CurrentAsync(cancellationToken);
        var tree = await units.TreeAsync(cancellationToken);
        var search = new SearchText(find);
        var all = snapshot.Roles.Where(r => r.Code != Role.SelfTestCode).ToList();
        var found = FindPeopleOn.In(snapshot, all, search, now);
        var onThem = found.SelectMany(f => f.On).Select(s => s.Role.Code).ToHashSet(StringComparer.Ordinal);
        var shown = all.Where(r => search.IsEmpty || Fits(r, tree, search) || onThem.Contains(r.Code)).ToList();
        var scopeOf = await scopes.OfAsync(shown, cancellationToken);
        var lines = shown.ToDictionary(r => r.Id, r => Line(caller, snapshot, r, scopeOf[r.Id], now));
        return new WhoIsOnView(now, [.. UnitsInOrder(tree, shown, lines)], await ReachAsync(caller, snapshot, shown, scopeOf, now, cancellationToken), found);
    }

    private static bool Fits(Role role, OrgTree tree, SearchText search) =>
        search.IsIn(role.Name) || search.IsIn(role.Code) || role.Aliases.Any(search.IsIn)
        || tree.Above(role.OrgUnit).Any(u => tree.Find(u) is { } unit && search.IsIn(unit.Name));

    private static bool SeesNumbers(Caller caller, RoleScope scope) => caller.May(Permission.Dispatcher, scope.UnitAndAbove);

    private static WhoIsOnRole Line(Caller caller, RosterSnapshot snapshot, Role role, RoleScope scope, Instant now)
    {
        var resolved = snapshot.Resolve(role, now);
        var gap = !resolved.Covered && RosterGap
            .Find(snapshot.TimelineOf(role.Id), role.Coverage, scope.Zone, scope.Holidays, now, now + Duration.FromMinutes(1))
            .Any(f => f.Kind == RosterFindingKind.Uncovered && f.Start <= now);
        return new WhoIsOnRole(resolved, scope.Zone, gap, SeesNumbers(caller, scope) ? Ways(role.ContactMethods) : []);
    }

    private static IEnumerable<WhoIsOnUnit> UnitsInOrder(OrgTree tree, List<Role> roles, Dictionary<RoleId, WhoIsOnRole> lines)
    {
        var byUnit = roles.ToLookup(r => tree.Find(r.OrgUnit)?.Id);
        if (byUnit[null].Any())
        {
            yield return new WhoIsOnUnit(null, null, 0, Lines(byUnit[null]));
        }

        foreach (var (unit, depth) in tree.FromTheTop())
        {
            if (byUnit[unit.Id].Any())
            {
                yield return new WhoIsOnUnit(unit.Code, unit.Name, depth, Lines(byUnit[unit.Id]));
            }
        }

        IReadOnlyList<WhoIsOnRole> Lines(IEnumerable<Role> some) => [.. some.OrderBy(r => r.Name, StringComparer.InvariantCulture).Select(r => lines[r.Id])];
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<WayToReach>>> ReachAsync(
        Caller caller, RosterSnapshot snapshot, List<Role> roles, IReadOnlyDictionary<RoleId, RoleScope> scopeOf, Instant now, CancellationToken cancellationToken)
    {
        var on = roles
            .Where(r => SeesNumbers(caller, scopeOf[r.Id]))
            .SelectMany(r => snapshot.TimelineOf(r.Id).SegmentAt(now)?.Responders ?? [])
            .Select(r => r.Person)
            .ToHashSet();
        var people = on.Count == 0 ? [] : await directory.PeopleAsync(on, cancellationToken);
        return people.ToDictionary(p => p.EmployeeNo, p => Ways(p.ContactMethods), StringComparer.Ordinal);
    }

    private static IReadOnlyList<WayToReach> Ways(IEnumerable<ContactMethod> methods) =>
    [
        .. methods.Where(m => m.Kind is not (ContactMethodKind.Push or ContactMethodKind.InApp))
            .Select(m => new WayToReach(CamelCase.Of(m.Kind.ToString()), m.Address, m.Verified)),
    ];
}
