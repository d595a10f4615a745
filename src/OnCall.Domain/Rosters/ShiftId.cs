namespace OnCall.Domain.Rosters;

/// <summary>Identifies one shift.</summary>
public readonly record struct ShiftId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
