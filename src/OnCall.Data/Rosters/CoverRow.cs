using NodaTime;
using OnCall.Data.Sealing;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

internal sealed class CoverRow
{
    public CoverId Id { get; set; }

    public RoleId Role { get; set; }

    public PersonId Person { get; set; }

    public PersonId? Instead { get; set; }

    public int Tier { get; set; }

    public Instant StartAt { get; set; }

    public Instant EndAt { get; set; }

    public string Reason { get; set; } = "";

    public Instant CreatedAt { get; set; }

    public bool Active { get; set; }

    public Cover ToCover(TextSeal seal) =>
        new(Id, Role, Person, Instead, Tier, StartAt, EndAt, seal.Open(SealedColumn.CoverReason, Id.Value, Reason), CreatedAt);
}
