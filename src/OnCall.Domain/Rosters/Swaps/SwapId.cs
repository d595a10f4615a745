namespace OnCall.Domain.Rosters.Swaps;

/// <summary>Identifies one swap.</summary>
public readonly record struct SwapId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
