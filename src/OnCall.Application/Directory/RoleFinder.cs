using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>
/// Finds the role that an address means, or says which ones are nearest. Calls that come at about the same time share a read; and what was
/// found a moment ago is found again without one while the database shows the same stamp, which every change of a role bumps.
/// </summary>
public sealed class RoleFinder
{
    private const int MostTogether = 64;
    private const int MostKnown = 1000;
    private static readonly Duration Kept = Duration.FromSeconds(5);

    private readonly IDirectoryReads _directory;
    private readonly IRosterReads _rosters;
    private readonly IClock _clock;
    private readonly Together<string, Role?> _finds;
    private Known _known = new(-1, Instant.MinValue, new Dictionary<string, Role>(StringComparer.Ordinal));

    public RoleFinder(IDirectoryReads directory, IRosterReads rosters, IClock clock)
    {
        (_directory, _rosters, _clock) = (directory, rosters, clock);
        _finds = new(FindAllAsync, MostTogether);
    }

    /// <param name="address">Code, name or alias, in any case, width, spacing and with any dash.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<Role>> FindAsync(string address, CancellationToken cancellationToken)
    {
        if (await _finds.RunAsync(address).WaitAsync(cancellationToken) is { } role)
        {
            return role;
        }

        return Unknown(address, NearestRoles.Of(address, await _directory.AllRolesAsync(cancellationToken)));
    }

    /// <summary>A built-in role, which no address means.</summary>
    public async Task<Answer<Role>> FindAsync(RoleId role, string name, CancellationToken cancellationToken) =>
        (await _directory.RolesAsync([role], cancellationToken)) is [var found] ? found : Unknown(name, []);

    private async Task<IReadOnlyList<Role?>> FindAllAsync(IReadOnlyList<string> addresses)
    {
        // First the stamp: what is read after it can only be newer, and is read anew when the stamp shows it.
        var (stamp, now) = (await _rosters.StampAsync(CancellationToken.None), _clock.GetCurrentInstant());
        if (!_known.Holds(stamp, now))
        {
            _known = new Known(stamp, now + Kept, new Dictionary<string, Role>(StringComparer.Ordinal));
        }

        var missing = addresses.Where(a => !_known.Roles.ContainsKey(a)).Distinct(StringComparer.Ordinal).ToList();
        var found = missing.Zip(missing.Count > 0 ? await _directory.FindRolesAsync(missing, CancellationToken.None) : []).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal);
        foreach (var (address, role) in found)
        {
            if (role is not null && _known.Roles.Count < MostKnown)
            {
                _known.Roles[address] = role;
            }
        }

        return [.. addresses.Select(a => _known.Roles.GetValueOrDefault(a) ?? found.GetValueOrDefault(a))];
    }

    /// <summary>One batch at a time works on it.</summary>
    private sealed record Known(long Stamp, Instant Until, Dictionary<string, Role> Roles)
    {
        public bool Holds(long stamp, Instant now) => Stamp == stamp && now < Until;
    }

    internal static Refusal Unknown(string address, IReadOnlyList<Role> nearest)
    {
        var hint = nearest.Count > 0
            ? " Nearest: " + string.Join("; ", nearest.Select(r => r.Name)) + "."
            : "";
        return new Refusal(RefusalKind.NotFound, "unknown-role", "No such role", $"No role is called '{address}'.{hint}")
        {
            Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["nearest"] = nearest.Select(r => new RoleName(r.Code, r.Name)).ToList() },
        };
    }
}
