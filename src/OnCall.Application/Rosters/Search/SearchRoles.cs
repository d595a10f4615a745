using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Application.Rosters.WhoIsOn;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Search;

/// <summary>
/// Finds roles while their name is typed. What the caller marked or paged lately stands first; a name, code or alias that is typed whole
/// stands before everything. Whoever may resolve a role may find it.
/// </summary>
public sealed class SearchRoles(RosterSnapshots snapshots, RoleScopes scopes, IOrgUnitStore units, IFavouriteRoles favourites, ISentPages pages, IClock clock)
{
    /// <summary>So many fit on a screen; whoever looks for another types on.</summary>
    public const int Most = 20;

    /// <summary>In letters; nobody types more to find a role.</summary>
    public const int Longest = 200;

    private const int PagesLookedAt = 50;
    private static readonly Duration Recent = Duration.FromDays(30);

    /// <param name="text">Words, each of which stands in the name, the code, an alias or the unit; null or empty for the caller's own roles first.</param>
    public async Task<Answer<FoundRoles>> RunAsync(Caller caller, string? text, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        if (text?.Length > Longest)
        {
            return Refusal.Invalid(new InputProblem("q", $"Use {Longest} letters at most."));
        }

        var now = clock.GetCurrentInstant();
        var snapshot = await snapshots.CurrentAsync(cancellationToken);
        var tree = await units.TreeAsync(cancellationToken);
        var marked = await FavouritesAsync(caller, cancellationToken);
        var recent = await RecentAsync(caller, now, cancellationToken);
        var wanted = new WantedRole(snapshot, tree, text);
        var found = snapshot.Roles
            .Where(r => r.Code != Role.SelfTestCode)
            .Select(r => (Role: r, Fit: wanted.FitOf(r)))
            .Where(r => r.Fit != RoleFit.None)
            .OrderBy(r => r.Fit == RoleFit.Whole ? 0 : 1)
            .ThenBy(r => marked.Contains(r.Role.Id) ? 0 : 1)
            .ThenBy(r => recent.TryGetValue(r.Role.Id, out var place) ? place : int.MaxValue)
            .ThenBy(r => r.Fit)
            .ThenBy(r => r.Role.Name, StringComparer.InvariantCulture)
            .Select(r => r.Role)
            .ToList();
        var shown = found.Take(Most).ToList();
        var scopeOf = await scopes.OfAsync(shown, cancellationToken);
        return new FoundRoles([.. shown.Select(r => Show(r, scopeOf[r.Id].Zone))], found.Count);

        FoundRole Show(Role role, DateTimeZone zone)
        {
            var view = snapshot.Resolve(role, now);
            var unit = tree.Find(role.OrgUnit) is { } own ? new UnitName(own.Code, own.Name) : null;
            return new FoundRole(role.Code, role.Name, unit, zone.Id, marked.Contains(role.Id), recent.ContainsKey(role.Id), now, view.Covered, view.Responders, view.Fallback);
        }
    }

    private async Task<HashSet<RoleId>> FavouritesAsync(Caller caller, CancellationToken cancellationToken) =>
        caller.Person is { } person ? [.. await favourites.OfAsync(person, cancellationToken)] : [];

    private async Task<Dictionary<RoleId, int>> RecentAsync(Caller caller, Instant now, CancellationToken cancellationToken)
    {
        var sent = caller.Person is { } person ? await pages.LatestAsync(person, now - Recent, PagesLookedAt, cancellationToken) : [];
        return sent.Select(p => p.Role).Distinct().Index().ToDictionary(r => r.Item, r => r.Index);
    }
}
