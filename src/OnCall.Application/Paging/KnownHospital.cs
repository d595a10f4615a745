using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Paging;

/// <summary>
/// What was read of the hospital at one stamp. Everything in it bumps the stamp when it changes, so that it holds as long as the database
/// still shows that stamp; and never for long.
/// </summary>
/// <param name="From">The rosters are known from this instant on.</param>
/// <param name="Until">Until when it may be asked about.</param>
/// <param name="Roles">Null for an id that no role has.</param>
/// <param name="People">Null for an id that nobody has.</param>
/// <param name="StandIns">Who stands in where no desk is on shift; null until somebody asked.</param>
internal sealed record KnownHospital(
    long Stamp, Instant From, Instant Until, RoleId? Desk, IReadOnlyDictionary<RoleId, Role?> Roles, IReadOnlyDictionary<RoleId, RoleTimeline> Timelines,
    IReadOnlyDictionary<PersonId, Person?> People, IReadOnlyList<PersonId>? StandIns)
{
    public bool Covers(long stamp, Instant from, Instant until) => Stamp == stamp && From <= from && until <= Until;

    public Role? RoleOf(RoleId id) => Roles.GetValueOrDefault(id);

    public KnownHospital With(IReadOnlyCollection<RoleId> asked, IEnumerable<Role> found) =>
        this with { Roles = And(Roles, asked, found.ToDictionary(r => r.Id)) };

    public KnownHospital With(IReadOnlyCollection<PersonId> asked, IEnumerable<Person> found) =>
        this with { People = And(People, asked, found.ToDictionary(p => p.Id)) };

    public KnownHospital With(IEnumerable<RoleTimeline> timelines) =>
        this with { Timelines = new Dictionary<RoleId, RoleTimeline>(Timelines.Concat(timelines.Select(t => KeyValuePair.Create(t.Role, t)))) };

    private static Dictionary<TId, T?> And<TId, T>(IReadOnlyDictionary<TId, T?> known, IReadOnlyCollection<TId> asked, Dictionary<TId, T> found)
        where TId : notnull
        where T : class
    {
        var all = new Dictionary<TId, T?>(known);
        foreach (var id in asked)
        {
            all[id] = found.GetValueOrDefault(id);
        }

        return all;
    }
}
