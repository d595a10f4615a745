using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>Who is on and who can be reached, as the database has it from one true instant on: the measure of every rule about people.</summary>
internal sealed record SeenHospital(
    Instant At, IReadOnlyDictionary<RoleId, RoleRoster> Rosters, IReadOnlyDictionary<PersonId, SeenPerson> People)
{
    private readonly Dictionary<RoleId, RoleTimeline> _timelines = [];

    public IReadOnlyList<OnShift> On(RoleId role, Instant at) => TimelineOf(role).At(at).Responders;

    /// <summary>Every instant at which who is on that role may change.</summary>
    public IEnumerable<Instant> Edges(RoleId role) => TimelineOf(role).Segments.SelectMany(s => new[] { s.Start, s.End });

    public bool IsActive(PersonId person) => People.TryGetValue(person, out var found) && found.Active;

    private RoleTimeline TimelineOf(RoleId role)
    {
        if (!_timelines.TryGetValue(role, out var timeline))
        {
            _timelines[role] = timeline = RoleTimeline.Of(Rosters.GetValueOrDefault(role, RoleRoster.Empty(role)));
        }

        return timeline;
    }
}
