namespace OnCall.Domain.Rosters.Gaps;

/// <summary>Identifies one telling of one gap.</summary>
public readonly record struct GapWarningId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
