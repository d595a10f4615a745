using NodaTime;
using OnCall.Application.Retention;
using OnCall.Data.Sealing;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Data.Retention;

/// <summary>A legal hold, as a row.</summary>
internal sealed class HoldRow
{
    public HoldId Id { get; set; }

    public PageId? Page { get; set; }

    public PersonId? Person { get; set; }

    public OrgUnitId? OrgUnit { get; set; }

    public string Label { get; set; } = "";

    public string Reason { get; set; } = "";

    public Instant PlacedAt { get; set; }

    public string PlacedBy { get; set; } = "";

    public Instant? LiftedAt { get; set; }

    public string? LiftedBy { get; set; }

    public string? LiftReason { get; set; }

    public HoldTarget On => new(Page, Person, OrgUnit);

    public LegalHold ToHold(TextSeal seal) => new(
        Id, On, Label, seal.Open(SealedColumn.HoldReason, Id.Value, Reason), PlacedAt, PlacedBy,
        LiftedAt is { } at ? new HoldLift(at, LiftedBy ?? "", seal.Open(SealedColumn.HoldLiftReason, Id.Value, LiftReason) ?? "") : null);
}
