using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;

namespace OnCall.Data.Paging.States;

/// <summary>A step's target while it is read.</summary>
internal sealed class TargetDraft
{
    public TargetKind? Kind { get; set; }

    public RoleId? Role { get; set; }

    public int? Tier { get; set; }

    public PersonId? Person { get; set; }

    public StepTarget ToTarget() => new(Kind ?? throw Missing.Of("kind"), Role, Tier, Person);
}
