using System.Collections.Concurrent;
using NodaTime;
using OnCall.Application.Rosters.Answers;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Snapshots;

/// <summary>All roles and their rosters over some days, in memory. Never changes; a role is worked out when it is first asked for.</summary>
public sealed class RosterSnapshot
{
    private readonly RosterWindow _window;
    private readonly Dictionary<RoleId, Role> _roles;
    private readonly Dictionary<string, Role> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<RoleAddress, Role> _byAddress = [];
    private readonly ConcurrentDictionary<RoleId, RoleTimeline> _timelines = new();

    public RosterSnapshot(long stamp, IReadOnlyCollection<Role> roles, RosterWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        Stamp = stamp;
        _window = window;
        _roles = roles.ToDictionary(r => r.Id);
        foreach (var role in roles)
        {
            foreach (var text in role.Aliases.Prepend(role.Name).Prepend(role.Code))
            {
                _written.TryAdd(text, role);
                if (RoleAddress.TryParse(text, out var address))
                {
                    _byAddress.TryAdd(address, role);
                }
            }
        }
    }

    /// <summary>The stamp that the database had before this was read.</summary>
    public long Stamp { get; }

    /// <summary>The beginning of the time that it holds.</summary>
    public Instant From => _window.From;

    /// <summary>Its end, exclusive.</summary>
    public Instant To => _window.To;

    public IReadOnlyCollection<Role> Roles => _roles.Values;

    public IReadOnlyDictionary<PersonId, RosterPerson> People => _window.People;

    /// <summary>The dispatcher desk; null before it is made.</summary>
    public Role? Desk => Find(Domain.Roles.Role.DeskCode);

    /// <summary>True when the rosters of that instant are here.</summary>
    public bool Holds(Instant at) => _window.From <= at && at < _window.To;

    /// <summary>The role that is written so, by the rules of <see cref="RoleAddress"/>.</summary>
    public Role? Find(string written)
    {
        // As the directory writes it, an address needs no normal form.
        if (_written.TryGetValue(written, out var role))
        {
            return role;
        }

        return RoleAddress.TryParse(written, out var address) ? _byAddress.GetValueOrDefault(address) : null;
    }

    public Role? Find(RoleId role) => _roles.GetValueOrDefault(role);

    public RoleTimeline TimelineOf(RoleId role) =>
        _timelines.TryGetValue(role, out var known) ? known : _timelines.GetOrAdd(role, RoleTimeline.Of(_window.View.Of(role)));

    /// <summary>Who answers; the instant must be one that this snapshot holds.</summary>
    public ResolveView Resolve(Role role, Instant at)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new ResolveWriter(this).Write(role, at, _window.To);
    }
}
