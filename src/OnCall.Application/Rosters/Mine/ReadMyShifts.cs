using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Feeds;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Mine;

/// <summary>Lists when the caller is on, covers laid over shifts, from now on; and the covers that others have for them.</summary>
public sealed class ReadMyShifts(IRosterReads rosters, IDirectoryReads directory, IRosterPeople people, RoleScopes scopes, IClock clock)
{
    /// <summary>So far ahead.</summary>
    public static readonly Duration Ahead = Duration.FromDays(62);

    // A cover far outside may decide where a shift begins or ends that is shown.
    private static readonly Duration Margin = Duration.FromDays(31);

    public async Task<Answer<MyShiftsView>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } me)
        {
            return Refusal.Forbidden("An integration has no shifts.");
        }

        var now = clock.GetCurrentInstant();
        var (own, given) = await ReadAsync(me, now, now + Ahead, cancellationToken);
        var names = await people.ByIdAsync(
            [.. own.Select(s => s.On.Because.InsteadOf).OfType<PersonId>().Concat(given.Select(g => g.Cover.Person)).Distinct()], cancellationToken);
        return new MyShiftsView([.. own.Select(s => Show(s, names))], [.. given.Select(g => Show(g, names))]);
    }

    /// <summary>That person's shift that goes on, or the next that begins within <see cref="ReadinessRules.Ahead"/>; null for none.</summary>
    internal async Task<MyShiftView?> NearAsync(PersonId person, Instant now, CancellationToken cancellationToken)
    {
        // What is read ends before the last instant; a shift that begins just then is near.
        var until = now + ReadinessRules.Ahead + Duration.FromMilliseconds(1);
        return (await ReadAsync(person, now, until, cancellationToken)).Own.FirstOrDefault(s => ReadinessRules.IsNear(s.On.Since, s.On.Until, now)) is { } near
            ? new MyShiftView(
                near.Scope.Role.Code, near.Scope.Role.Name, near.Scope.Zone.Id, near.On.Tier, near.On.Since, near.On.Until, near.On.Because.Label, InsteadOf: null)
            : null;
    }

    /// <summary>When that person is on, on any role, at some time of [<paramref name="from"/>, <paramref name="to"/>): whole, the earliest first.</summary>
    internal async Task<IReadOnlyList<OwnStretch>> StretchesAsync(PersonId person, Instant from, Instant to, CancellationToken cancellationToken) =>
        (await ReadAsync(person, from, to, cancellationToken)).Own;

    private async Task<(IReadOnlyList<OwnStretch> Own, IReadOnlyList<GivenStretch> Given)> ReadAsync(PersonId me, Instant from, Instant to, CancellationToken cancellationToken)
    {
        var staff = await rosters.OfPeopleAsync([me], from, to, cancellationToken);
        IReadOnlyList<RoleId> ids = [.. staff.Shifts.Select(s => s.Role).Concat(staff.Covers.Select(c => c.Role)).Distinct()];
        if (ids.Count == 0)
        {
            return ([], []);
        }

        var byId = await scopes.OfAsync(await directory.RolesAsync(ids, cancellationToken), cancellationToken);
        var view = await rosters.LoadAsync(ids, from - Margin, to + Margin, cancellationToken);
        var own = byId.Values.SelectMany(scope => FeedStretches.Of(view.Of(scope.Role.Id), from, to).Where(on => on.Person == me).Select(on => new OwnStretch(scope, on)))
            .OrderBy(s => s.On.Since).ThenBy(s => s.Scope.Role.Code, StringComparer.Ordinal).ThenBy(s => s.On.Tier);
        var given = staff.Covers.Where(c => c.Instead == me && byId.ContainsKey(c.Role) && c.Start < to && from < c.End)
            .Select(c => new GivenStretch(byId[c.Role], c)).OrderBy(g => g.Cover.Start).ThenBy(g => g.Scope.Role.Code, StringComparer.Ordinal);
        return ([.. own], [.. given]);
    }

    private static MyShiftView Show(OwnStretch stretch, IReadOnlyDictionary<PersonId, RosterPerson> names) => new(
        stretch.Scope.Role.Code, stretch.Scope.Role.Name, stretch.Scope.Zone.Id, stretch.On.Tier, stretch.On.Since, stretch.On.Until, stretch.On.Because.Label,
        stretch.On.Because.InsteadOf is { } gone ? PersonName.Of(names.GetValueOrDefault(gone)) : null);

    private static GivenShiftView Show(GivenStretch given, IReadOnlyDictionary<PersonId, RosterPerson> names) => new(
        given.Scope.Role.Code, given.Scope.Role.Name, given.Scope.Zone.Id, given.Cover.Tier, given.Cover.Start, given.Cover.End,
        PersonName.Of(names.GetValueOrDefault(given.Cover.Person)));

    private sealed record GivenStretch(RoleScope Scope, Cover Cover);
}
