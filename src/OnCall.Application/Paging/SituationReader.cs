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
public sealed class SituationReader
{
    private const int FallbackHops = 3;
    private const int MostTogether = 64;

    // Far enough to know the next handover; beyond it a page is looked at again anyway.
    private static readonly Duration Ahead = Duration.FromDays(2);

    private readonly IDirectoryReads _directory;
    private readonly IRosterReads _rosters;
    private readonly ChannelSet _channels;
    private readonly IOpenInboxes _inboxes;
    private readonly Together<Wanted, HospitalNow> _reads;

    public SituationReader(IDirectoryReads directory, IRosterReads rosters, ChannelSet channels, IOpenInboxes inboxes)
    {
        (_directory, _rosters, _channels, _inboxes) = (directory, rosters, channels, inboxes);
        _reads = new(wanted => ReadAllAsync(wanted, CancellationToken.None), MostTogether);
    }

    /// <summary>For one decision. Those that come while a read is under way share the next one.</summary>
    public Task<HospitalNow> ReadAsync(SituationNeeds needs, Instant now, CancellationToken cancellationToken) =>
        _reads.RunAsync(new Wanted(needs, now)).WaitAsync(cancellationToken);

    /// <summary>For many decisions at once, which nobody else is to wait for.</summary>
    public async Task<HospitalNow> ReadAloneAsync(SituationNeeds needs, Instant now, CancellationToken cancellationToken) =>
        (await ReadAllAsync([new Wanted(needs, now)], cancellationToken))[0];

    private async Task<IReadOnlyList<HospitalNow>> ReadAllAsync(IReadOnlyList<Wanted> wanted, CancellationToken cancellationToken)
    {
        // First the stamp: what is read after it can only be newer, and then the write is refused and decided anew.
        var stamp = await _rosters.StampAsync(cancellationToken);
        var roles = await RolesAsync(wanted.SelectMany(w => w.Needs.Roles), cancellationToken);
        var desk = await _directory.FindRoleAsync(Role.DeskCode, cancellationToken);
        if (desk is not null)
        {
            roles[desk.Id] = desk;
        }

        var view = await _rosters.LoadAsync(roles.Keys, wanted.Min(w => w.Now), wanted.Max(w => w.Now) + Ahead, cancellationToken);
        var standIns = new Lazy<Task<IReadOnlyList<PersonId>>>(() => StandInsAsync(cancellationToken));
        var drafts = new List<Draft>();
        foreach (var (needs, now) in wanted)
        {
            var own = Reach(needs.Roles, roles, desk);
            var resolutions = own.Keys.ToDictionary(r => r, r => RosterResolver.Resolve(view.Of(r), now));
            drafts.Add(new Draft(needs, own, resolutions, await DeskAsync(desk, resolutions, standIns)));
        }

        var ids = drafts.SelectMany(d => d.People).Distinct().ToList();
        var people = await _directory.PeopleAsync(ids, cancellationToken);
        var inApp = await _inboxes.OpenAsync(ids, cancellationToken);
        var situated = people.ToDictionary(p => p.Id, p => Situate(p, inApp.Contains(p.Id)));
        return [.. drafts.Select(d => new HospitalNow(new Situation(d.Roles, d.Resolutions, situated, d.Desk), Math.Min(stamp, view.Stamp)))];
    }

    // Of all that was read, what one decision may reach: more would only be resolved in vain.
    private static Dictionary<RoleId, Role> Reach(IEnumerable<RoleId> wanted, Dictionary<RoleId, Role> read, Role? desk)
    {
        var reach = new Dictionary<RoleId, Role>();
        foreach (var first in desk is null ? wanted : wanted.Append(desk.Id))
        {
            for (RoleId? next = first; next is { } id && read.TryGetValue(id, out var role) && reach.TryAdd(id, role);)
            {
                next = role.FallbackRole;
            }
        }

        return reach;
    }

    private async Task<Dictionary<RoleId, Role>> RolesAsync(IEnumerable<RoleId> wanted, CancellationToken cancellationToken)
    {
        var roles = new Dictionary<RoleId, Role>();
        var next = wanted.Distinct().ToList();
        for (var hop = 0; hop <= FallbackHops && next.Count > 0; hop++)
        {
            foreach (var role in await _directory.RolesAsync(next, cancellationToken))
            {
                roles[role.Id] = role;
            }

            next = next.Where(roles.ContainsKey).Select(r => roles[r].FallbackRole)
                .Where(r => r is { } id && !roles.ContainsKey(id)).Select(r => r!.Value).Distinct().ToList();
        }

        return roles;
    }

    private static async Task<IReadOnlyList<PersonId>> DeskAsync(
        Role? desk, Dictionary<RoleId, Resolution> resolutions, Lazy<Task<IReadOnlyList<PersonId>>> standIns)
    {
        var onShift = desk is null ? [] : resolutions[desk.Id].Responders.Select(r => r.Person).ToList();
        return onShift.Count > 0 ? onShift : await standIns.Value;
    }

    // Where no desk is on shift.
    private async Task<IReadOnlyList<PersonId>> StandInsAsync(CancellationToken cancellationToken)
    {
        var dispatchers = await _directory.PeopleWhoMayAsync(Permission.Dispatcher, cancellationToken);
        var stand = dispatchers.Count > 0 ? dispatchers : await _directory.PeopleWhoMayAsync(Permission.Admin, cancellationToken);
        return stand.Select(p => p.Id).ToList();
    }

    private PersonSituation Situate(Person person, bool inApp)
    {
        var works = WorkingMethods.Of(person, _channels.Works);
        return new PersonSituation(person, inApp ? [.. works, ContactMethodKind.InApp] : works);
    }

    private sealed record Wanted(SituationNeeds Needs, Instant Now);

    private sealed record Draft(
        SituationNeeds Needs, Dictionary<RoleId, Role> Roles, Dictionary<RoleId, Resolution> Resolutions, IReadOnlyList<PersonId> Desk)
    {
        public IEnumerable<PersonId> People => Resolutions.Values.SelectMany(r => r.Responders).Select(r => r.Person).Concat(Needs.People).Concat(Desk);
    }
}
