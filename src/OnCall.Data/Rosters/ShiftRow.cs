using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

internal sealed class ShiftRow
{
    public ShiftId Id { get; set; }

    public RoleId Role { get; set; }

    public PersonId Person { get; set; }

    public int Tier { get; set; }

    public Instant StartAt { get; set; }

    public Instant EndAt { get; set; }

    public string? Label { get; set; }

    public bool Active { get; set; }

    public Shift ToShift() => new(Id, Role, Person, Tier, StartAt, EndAt, Label);
}
