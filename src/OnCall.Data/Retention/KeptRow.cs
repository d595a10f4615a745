using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Data.Retention;

/// <summary>A thing that may be old enough, as a row.</summary>
internal sealed class KeptRow
{
    public KeptId Id { get; set; }

    public Instant At { get; set; }

    public OrgUnitId? Unit { get; set; }

    public OrgUnitId? OtherUnit { get; set; }

    public bool HasOther { get; set; }

    public PageId? Page { get; set; }

    public KeptItem ToItem(KeptKind kind, IEnumerable<OrgUnitId?> units, IEnumerable<PersonId> people) => new(
        Id, kind, At, kind == KeptKind.Upload ? [.. units.Distinct()] : HasOther && OtherUnit != Unit ? [Unit, OtherUnit] : [Unit],
        Page, [.. people], NamesUnknownPeople: kind == KeptKind.Upload);
}
