using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Application.Retention;

/// <summary>The unit of what a hold stands on, which says who may place, see and lift it.</summary>
public sealed class HoldUnits(IPageStore pages, IDirectoryReads directory, IOrgUnitStore units)
{
    /// <summary>The unit of each and all above it; empty for what has none, or for a page that is gone: that is of the whole hospital.</summary>
    public async Task<IReadOnlyDictionary<HoldTarget, IReadOnlyCollection<OrgUnitId>>> OfAsync(IReadOnlyCollection<HoldTarget> targets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var tree = await units.TreeAsync(cancellationToken);
        var records = await pages.LoadAsync([.. targets.Select(t => t.Page).OfType<PageId>().Distinct()], cancellationToken);
        var roles = (await directory.RolesAsync([.. records.Select(r => r.Escalation.Role).Distinct()], cancellationToken)).ToDictionary(r => r.Id, r => r.OrgUnit);
        var ofPages = records.ToDictionary(r => r.Page.Id, r => roles.GetValueOrDefault(r.Escalation.Role));
        var ofPeople = (await directory.PeopleAsync([.. targets.Select(t => t.Person).OfType<PersonId>().Distinct()], cancellationToken)).ToDictionary(p => p.Id, p => p.OrgUnit);
        return targets.Distinct().ToDictionary(t => t, t => (IReadOnlyCollection<OrgUnitId>)tree.Above(
            t.Page is { } page ? ofPages.GetValueOrDefault(page) : t.Person is { } person ? ofPeople.GetValueOrDefault(person) : t.OrgUnit));
    }

    public async Task<IReadOnlyCollection<OrgUnitId>> OfAsync(HoldTarget target, CancellationToken cancellationToken) => (await OfAsync([target], cancellationToken))[target];
}
