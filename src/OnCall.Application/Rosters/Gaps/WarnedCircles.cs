using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Gaps;

/// <summary>
/// Who is told of a role's gaps: the schedulers of the nearest unit upwards that has any, then those of the next, then those of the whole
/// house, and at last the administrators.
/// </summary>
internal sealed class WarnedCircles
{
    private readonly ILookup<OrgUnitId?, Person> _schedulers;
    private readonly ILookup<OrgUnitId?, Person> _administrators;

    private WarnedCircles(ILookup<OrgUnitId?, Person> schedulers, ILookup<OrgUnitId?, Person> administrators) =>
        (_schedulers, _administrators) = (schedulers, administrators);

    public static async Task<WarnedCircles> LoadAsync(IDirectoryReads directory, IPersonStore people, CancellationToken cancellationToken) => new(
        await Holders.OfAsync(Permission.Scheduler, directory, people, cancellationToken),
        await Holders.OfAsync(Permission.Admin, directory, people, cancellationToken));

    /// <summary>Nearest first; none of them empty, and nobody twice.</summary>
    public IReadOnlyList<IReadOnlyList<Person>> Of(RoleScope scope) => Of(scope.UnitAndAbove);

    /// <inheritdoc cref="Of(RoleScope)"/>
    public IReadOnlyList<IReadOnlyList<Person>> Of(IReadOnlyList<OrgUnitId> unitAndAbove)
    {
        var units = unitAndAbove.Select(u => (OrgUnitId?)u).Append(null).ToList();
        var circles = units.Select(u => _schedulers[u]).Append(units.SelectMany(u => _administrators[u]));
        var told = new HashSet<PersonId>();
        return [.. circles.Select(c => (IReadOnlyList<Person>)[.. c.Where(p => told.Add(p.Id))]).Where(c => c.Count > 0)];
    }
}
