using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Puts a resolution into words, and follows the fallback roles of an uncovered one.</summary>
internal sealed class ResolveWriter(RosterSnapshot snapshot)
{
    private const int FallbackHops = 3;

    /// <param name="knownUntil">From here on the rosters are not all known: a change beyond it is not told.</param>
    public ResolveView Write(Role role, Instant at, Instant knownUntil)
    {
        var now = snapshot.TimelineOf(role.Id).At(at);
        return new ResolveView(
            Name(role),
            at,
            now.Covered,
            Responders(now),
            now.NextChangeAt is { } change && change < knownUntil ? Next(role, change) : null,
            now.Covered ? null : Fallback(role, at));
    }

    private static RoleName Name(Role role) => new(role.Code, role.Name);

    private List<ResponderView> Responders(Resolution resolution) =>
        [.. resolution.Responders.Select(r => new ResponderView(
            PersonName.Of(snapshot.People.GetValueOrDefault(r.Person)), r.Tier, r.Since, r.Until, Because.Of(r.Because, snapshot.People)))];

    private NextView Next(Role role, Instant change)
    {
        var then = snapshot.TimelineOf(role.Id).At(change);
        return new NextView(change, then.Covered, [.. then.Responders.Select(r => new NextResponderView(PersonName.Of(snapshot.People.GetValueOrDefault(r.Person)), r.Tier))]);
    }

    private FallbackView? Fallback(Role role, Instant at)
    {
        var seen = new HashSet<RoleId> { role.Id };
        var next = role.FallbackRole;
        for (var hop = 0; hop < FallbackHops && next is { } id && seen.Add(id) && snapshot.Find(id) is { } other; hop++)
        {
            var now = snapshot.TimelineOf(id).At(at);
            if (now.Covered)
            {
                return new FallbackView(Name(other), Responders(now));
            }

            next = other.FallbackRole;
        }

        return snapshot.Desk is { } desk ? new FallbackView(Name(desk), Responders(snapshot.TimelineOf(desk.Id).At(at))) : null;
    }
}
