using OnCall.Application.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Presets;

namespace OnCall.Application.Presets;

/// <summary>Shows presets with the codes of what they refer to.</summary>
public sealed class PresetViews(IDirectoryReads directory, IOrgUnitStore units)
{
    public async Task<IReadOnlyList<PresetView>> OfAsync(IReadOnlyList<Preset> presets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(presets);
        var tree = await units.TreeAsync(cancellationToken);
        var roles = (await directory.RolesAsync([.. presets.SelectMany(p => p.Roles).Distinct()], cancellationToken)).ToDictionary(r => r.Id, r => new RoleName(r.Code, r.Name));
        return [.. presets.Select(p => new PresetView(
            p.Code, p.Name, tree.Find(p.OrgUnit)?.Code, p.Urgency.ToName(), p.Subject, p.Body, [.. p.Roles.Select(r => roles[r])], p.AsksWhere, p.Active))];
    }
}
