using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Paging;

/// <summary>
/// Reads, from the database itself, all that the rules may know at one instant.
/// The stamp is read with the rosters and checked again by the write, so that a decision made across a change is made anew.
/// </summary>
public sealed class SituationReader(IDirectoryReads directory, IRosterReads rosters, ChannelSet channels, IOpenInboxes inboxes)
{
    private const int FallbackHops = 3;

    // Far enough to know the next handover; beyond it a page is looked at again anyway.
    private static readonly Duration Ahead = Duration.FromDays(2);

    public async Task<HospitalNow> ReadAsync(SituationNeeds needs, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(needs);

        // First the stamp: what is read after it can only be newer, and then the write is refused and decided anew.
        var stamp = await rosters.StampAsync(cancellationToken);
        var roles = await RolesAsync(needs.Roles, cancellationToken);
        var desk = await directory.FindRoleAsync(Role.DeskCode, cancellationToken);
        if (desk is not null)
        {
            roles[desk.Id] = desk;
        }

        var view = await rosters.LoadAsync(roles.Keys, now, now + Ahead, cancellationToken);
        var resolutions = roles.Keys.ToDictionary(r => r, r => RosterResolver.Resolve(view.Of(r), now));
        var atDesk = await DeskAsync(desk, resolutions, cancellationToken);
        var ids = resolutions.Values.SelectMany(r => r.Responders).Select(r => r.Person)
            .Concat(needs.People).Concat(atDesk).Distinct().ToList();
        var people = await directory.PeopleAsync(ids, cancellationToken);
        var inApp = await inboxes.OpenAsync(ids, cancellationToken);
        var situation = new Situation(roles, resolutions, people.ToDictionary(p => p.Id, p => Situate(p, inApp.Contains(p.Id))), atDesk);
        return new HospitalNow(situation, Math.Min(stamp, view.Stamp));
    }

    private async Task<Dictionary<RoleId, Role>> RolesAsync(IEnumerable<RoleId> wanted, CancellationToken cancellationToken)
    {
        var roles = new Dictionary<RoleId, Role>();
        var next = wanted.Distinct().ToList();
        for (var hop = 0; hop <= FallbackHops && next.Count > 0; hop++)
        {
            foreach (var role in await directory.RolesAsync(next, cancellationToken))
            {
                roles[role.Id] = role;
            }

            next = next.Where(roles.ContainsKey).Select(r => roles[r].FallbackRole)
                .Where(r => r is { } id && !roles.ContainsKey(id)).Select(r => r!.Value).Distinct().ToList();
        }

        return roles;
    }

    private async Task<IReadOnlyList<PersonId>> DeskAsync(Role? desk, Dictionary<RoleId, Resolution> resolutions, CancellationToken cancellationToken)
    {
        var onShift = desk is null ? [] : resolutions[desk.Id].Responders.Select(r => r.Person).ToList();
        if (onShift.Count > 0)
        {
            return onShift;
        }

        var dispatchers = await directory.PeopleWhoMayAsync(Permission.Dispatcher, cancellationToken);
        var stand = dispatchers.Count > 0 ? dispatchers : await directory.PeopleWhoMayAsync(Permission.Admin, cancellationToken);
        return stand.Select(p => p.Id).ToList();
    }

    private PersonSituation Situate(Person person, bool inApp)
    {
        var works = WorkingMethods.Of(person, channels.Works);
        return new PersonSituation(person, inApp ? [.. works, ContactMethodKind.InApp] : works);
    }
}
