using OnCall.Domain.Audit;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory.Holidays;

/// <summary>Keeps the holidays of units.</summary>
public interface IHolidays
{
    /// <summary>The own holidays of these units, by date; units without any are left out.</summary>
    Task<IReadOnlyDictionary<OrgUnitId, IReadOnlyList<Holiday>>> OfUnitsAsync(IReadOnlyCollection<OrgUnitId> units, CancellationToken cancellationToken);

    /// <summary>Replaces a unit's own holidays, and bumps the roster stamp: which hours must be covered changes with them.</summary>
    Task<SaveResult> ReplaceAsync(OrgUnitId unit, IReadOnlyList<Holiday> holidays, AuditEntry audit, CancellationToken cancellationToken);
}
