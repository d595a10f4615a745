using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Simulation.Tests.Planting;

/// <summary>The fourth classic: whoever was on when a role was first looked up stays on for good.</summary>
internal sealed class FirstRosters(IRosterReads inner) : IRosterReads
{
    private static readonly Duration ForGood = Duration.FromDays(3);
    private readonly Dictionary<RoleId, RoleRoster> _first = [];

    public Task<StaffRoster> OfPeopleAsync(IReadOnlyCollection<PersonId> people, Instant from, Instant to, CancellationToken cancellationToken) =>
        inner.OfPeopleAsync(people, from, to, cancellationToken);

    public Task<long> StampAsync(CancellationToken cancellationToken) => inner.StampAsync(cancellationToken);

    public async Task<RosterView> LoadAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken)
    {
        var view = await inner.LoadAsync(roles, from, to, cancellationToken);
        foreach (var role in roles.Distinct())
        {
            if (!_first.ContainsKey(role))
            {
                var roster = view.Of(role);
                _first[role] = roster with { Shifts = [.. roster.Shifts.Where(s => s.Start <= from && from < s.End).Select(s => s with { End = s.End + ForGood })] };
            }
        }

        return view with { Rosters = roles.Distinct().ToDictionary(r => r, r => _first[r] with { Inactive = view.Of(r).Inactive }) };
    }
}
