using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Retention;

/// <summary>What a legal hold stands on: a page, a person, or a unit with all below it. One of the three is given.</summary>
public sealed record HoldTarget(PageId? Page, PersonId? Person, OrgUnitId? OrgUnit)
{
    public static HoldTarget Of(PageId page) => new(page, null, null);

    public static HoldTarget Of(PersonId person) => new(null, person, null);

    public static HoldTarget Of(OrgUnitId unit) => new(null, null, unit);
}
