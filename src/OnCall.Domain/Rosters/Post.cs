using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters;

/// <summary>A person's place on a role at one instant, once every cover is laid.</summary>
internal readonly record struct Post(PersonId Person, int Tier, ShiftReason Because)
{
    public (PersonId Person, int Tier) Key => (Person, Tier);
}
