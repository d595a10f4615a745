using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>Works out what a feed says now. Versions are given to its events later.</summary>
public sealed class FeedCalendars(IRosterFeeds feeds, IRosterReads rosters, IDirectoryReads directory, IRosterPeople people, RoleScopes scopes, HouseZone house)
{
    /// <summary>A feed shows no more events than that, the earliest first.</summary>
    private const int Most = 5000;

    internal async Task<FeedCalendar> OfPersonAsync(PersonId person, string name, FeedWindow window, CancellationToken cancellationToken)
    {
        var on = await feeds.RolesOfAsync(person, window.ReadFrom, window.ReadTo, cancellationToken);
        var roles = await scopes.OfAsync(await directory.RolesAsync(on, cancellationToken), cancellationToken);
        var stretches = (await StretchesAsync(roles.Values, window, cancellationToken)).Where(s => s.On.Person == person);
        return await CalendarAsync(name, [.. stretches], s => s.Scope.Role.Name, cancellationToken);
    }

    internal async Task<FeedCalendar> OfRoleAsync(RoleScope role, FeedWindow window, CancellationToken cancellationToken)
    {
        var calendar = await CalendarAsync(role.Role.Name, await StretchesAsync([role], window, cancellationToken), null, cancellationToken);
        return calendar with { Zone = role.Zone };
    }

    private async Task<List<Stretch>> StretchesAsync(IEnumerable<RoleScope> scopesOfRoles, FeedWindow window, CancellationToken cancellationToken)
    {
        var roles = scopesOfRoles.ToList();
        var view = await rosters.LoadAsync([.. roles.Select(r => r.Role.Id)], window.ReadFrom, window.ReadTo, cancellationToken);
        return [.. roles.SelectMany(r => FeedStretches.Of(view.Of(r.Role.Id), window.From, window.To).Select(on => new Stretch(r, on)))];
    }

    /// <param name="title">What an event is called; null for the name of its person.</param>
    private async Task<FeedCalendar> CalendarAsync(string name, List<Stretch> all, Func<Stretch, string>? title, CancellationToken cancellationToken)
    {
        var shown = all.OrderBy(s => s.On.Since).ThenBy(s => s.Scope.Role.Code, StringComparer.Ordinal).ThenBy(s => s.On.Tier).ThenBy(s => s.On.Person.Value)
            .DistinctBy(s => (s.Scope.Role.Id, s.On.Person, s.On.Tier, s.On.Since))
            .Take(Most)
            .ToList();
        var names = await people.ByIdAsync([.. shown.SelectMany(s => new[] { s.On.Person, s.On.Because.InsteadOf ?? s.On.Person }).Distinct()], cancellationToken);
        var zones = shown.Select(s => s.Scope.Zone).Distinct().ToList();
        return new FeedCalendar($"On call: {name}", zones is [var only] ? only : house.Zone, [.. shown.Select(s => Event(s, title?.Invoke(s), names))]);
    }

    private static FeedEvent Event(Stretch stretch, string? title, IReadOnlyDictionary<PersonId, RosterPerson> names)
    {
        var (role, on) = (stretch.Scope.Role, stretch.On);
        var person = PersonName.Of(names.GetValueOrDefault(on.Person));
        return new FeedEvent(
            FeedUid.Of(role.Id, on.Person, on.Tier, on.Since), 0, Instant.MinValue, on.Since, on.Until,
            Summary(title ?? person.Name, on, names), role.Name, role.Code, person, on.Tier, on.Because.Label);
    }

    private static string Summary(string title, OnShift on, IReadOnlyDictionary<PersonId, RosterPerson> names)
    {
        var tier = on.Tier == 1 ? "" : $", tier {on.Tier}";
        return title + tier + (on.Because.Cover is not null ? $", {Answers.Because.Of(on.Because, names)}" : on.Because.Label is { } label ? $" ({label})" : "");
    }

    private sealed record Stretch(RoleScope Scope, OnShift On);
}
