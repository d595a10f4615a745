namespace OnCall.Domain.Rosters.Rotations;

/// <summary>Identifies one rotation.</summary>
public readonly record struct RotationId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
