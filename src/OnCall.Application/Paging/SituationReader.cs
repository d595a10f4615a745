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
/// Reads, from the database itself, all that the rules may know at one instant. What was read a moment ago is read again only when the stamp
/// has moved. The write checks the stamp once more, so that a decision made across a change is made anew.
/// </summary>
public sealed class SituationReader
{
    private const int FallbackHops = 3;
    private const int MostTogether = 64;

    // Far enough to know the next handover; beyond it a page is looked at again anyway.
    private static readonly Duration Ahead = Duration.FromDays(2);

    // Under load decisions follow each other closely; a lone one reads everything itself.
    private static readonly Duration Kept = Duration.FromSeconds(5);

    private readonly IDirectoryReads _directory;
    private readonly IRosterReads _rosters;
    private readonly ChannelSet _channels;
    private readonly IOpenInboxes _inboxes;
    private readonly Together<Wanted, HospitalNow> _reads;
    private volatile KnownHospital? _known;

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
        var (from, until) = (wanted.Min(w => w.Now), wanted.Max(w => w.Now));
        var known = _known is { } before && before.Covers(stamp, from, until) ? before : await OpenAsync(stamp, from, until + Kept, cancellationToken);
        known = await RolesAsync(known, wanted.SelectMany(w => w.Needs.Roles), cancellationToken);
        var reaches = wanted.Select(w => Reach(w.Needs.Roles, known)).ToList();
        (known, var read) = await TimelinesAsync(known, reaches.SelectMany(r => r.Keys), cancellationToken);
        var drafts = new List<Draft>();
        foreach (var ((needs, now), own) in wanted.Zip(reaches))
        {
            var resolutions = own.Keys.ToDictionary(r => r, r => known.Timelines[r].At(now));
            var desk = known.Desk is { } id ? resolutions[id].Responders.Select(r => r.Person).ToList() : [];
            known = desk.Count > 0 || known.StandIns is not null ? known : known with { StandIns = await StandInsAsync(cancellationToken) };
            drafts.Add(new Draft(needs, own, resolutions, desk.Count > 0 ? desk : known.StandIns!));
        }

        var ids = drafts.SelectMany(d => d.People).Distinct().ToList();
        known = await PeopleAsync(known, ids, cancellationToken);
        _known = read == stamp ? known : null;
        var inApp = await _inboxes.OpenAsync(ids, cancellationToken);
        var situated = ids.Select(id => known.People[id]).Where(p => p is not null).ToDictionary(p => p!.Id, p => Situate(p!, inApp.Contains(p!.Id)));
        return [.. drafts.Select(d => new HospitalNow(new Situation(d.Roles, d.Resolutions, situated, d.Desk), Math.Min(stamp, read)))];
    }

    private async Task<KnownHospital> OpenAsync(long stamp, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var known = new KnownHospital(
            stamp, from, until, null, new Dictionary<RoleId, Role?>(), new Dictionary<RoleId, RoleTimeline>(), new Dictionary<PersonId, Person?>(), null);
        return await _directory.FindRoleAsync(Role.DeskCode, cancellationToken) is { } desk ? known.With([desk.Id], [desk]) with { Desk = desk.Id } : known;
    }

    // Of all that is known, what one decision may reach: more would only be resolved in vain.
    private static Dictionary<RoleId, Role> Reach(IEnumerable<RoleId> wanted, KnownHospital known)
    {
        var reach = new Dictionary<RoleId, Role>();
        foreach (var first in known.Desk is { } desk ? wanted.Append(desk) : wanted)
        {
            RoleId? next = first;
            for (var hop = 0; hop <= FallbackHops && next is { } id && known.RoleOf(id) is { } role; hop++)
            {
                reach[id] = role;
                next = role.FallbackRole;
            }
        }

        return reach;
    }

    private async Task<KnownHospital> RolesAsync(KnownHospital known, IEnumerable<RoleId> wanted, CancellationToken cancellationToken)
    {
        var next = (known.Desk is { } desk ? wanted.Append(desk) : wanted).Distinct().ToList();
        for (var hop = 0; hop <= FallbackHops && next.Count > 0; hop++)
        {
            var missing = next.Where(id => !known.Roles.ContainsKey(id)).ToList();
            known = missing.Count > 0 ? known.With(missing, await _directory.RolesAsync(missing, cancellationToken)) : known;
            next = next.Select(id => known.RoleOf(id)?.FallbackRole).Where(r => r is not null).Select(r => r!.Value).Distinct().ToList();
        }

        return known;
    }

    /// <summary>Also the stamp that what was read belongs to: another one than before, where something changed in between.</summary>
    private async Task<(KnownHospital Known, long Stamp)> TimelinesAsync(KnownHospital known, IEnumerable<RoleId> wanted, CancellationToken cancellationToken)
    {
        var missing = wanted.Distinct().Where(id => !known.Timelines.ContainsKey(id)).ToList();
        if (missing.Count == 0)
        {
            return (known, known.Stamp);
        }

        var view = await _rosters.LoadAsync(missing, known.From, known.Until + Ahead, cancellationToken);
        return (known.With(missing.Select(id => RoleTimeline.Of(view.Of(id)))), view.Stamp);
    }

    private async Task<KnownHospital> PeopleAsync(KnownHospital known, IEnumerable<PersonId> wanted, CancellationToken cancellationToken)
    {
        var missing = wanted.Where(id => !known.People.ContainsKey(id)).ToList();
        return missing.Count > 0 ? known.With(missing, await _directory.PeopleAsync(missing, cancellationToken)) : known;
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
