using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Access;
using OnCall.Domain.Presets;
using OnCall.Domain.Roles;

namespace OnCall.Application.Presets;

/// <summary>The presets that can be set off, and who is on their roles now. For whoever may set them off.</summary>
public sealed class ReadPresetsNow(IPresetStore presets, PresetViews views, RosterSnapshots snapshots, IOrgUnitStore units, HouseZone house, IClock clock)
{
    /// <summary>Whether the caller may set off presets at all.</summary>
    public static bool IsFor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.May(Permission.Staff);
    }

    /// <summary>All active ones.</summary>
    public async Task<Answer<PresetsNow>> AllAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (!IsFor(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        var active = (await presets.AllAsync(cancellationToken)).Where(p => p.Active).OrderBy(p => p.Name, StringComparer.InvariantCulture).ToList();
        var tree = await units.TreeAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var shown = active.Zip(await ShowAsync(active, tree, now, cancellationToken)).ToLookup(p => tree.Find(p.First.OrgUnit)?.Id, p => p.Second);
        return new PresetsNow(
            now,
            [
                .. tree.FromTheTop().Select(u => (OrgUnit?)u.Unit).Prepend(null)
                    .Where(u => shown[u?.Id].Any())
                    .Select(u => new PresetUnit(u?.Code, u?.Name, [.. shown[u?.Id]])),
            ]);
    }

    /// <summary>One, active or not.</summary>
    public async Task<Answer<PresetNow>> FindAsync(Caller caller, string code, CancellationToken cancellationToken) =>
        !IsFor(caller) ? DirectoryProblems.CannotSee()
        : await presets.FindAsync(code, cancellationToken) is { } preset ? (await ShowAsync([preset], await units.TreeAsync(cancellationToken), clock.GetCurrentInstant(), cancellationToken))[0]
        : PresetProblems.Unknown(code);

    private async Task<IReadOnlyList<PresetNow>> ShowAsync(IReadOnlyList<Preset> wanted, OrgTree tree, Instant now, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.CurrentAsync(cancellationToken);
        var written = await views.OfAsync(wanted, cancellationToken);
        return [.. wanted.Zip(written, (preset, view) => new PresetNow(view, [.. preset.Roles.Zip(view.Roles, (id, name) => Resolve(snapshot.Find(id), name))]))];

        PresetRole Resolve(Role? role, RoleName name) => role is null ? new PresetRole(name, null, house.Zone) : new PresetRole(name, snapshot.Resolve(role, now), house.Of(role, tree));
    }
}
