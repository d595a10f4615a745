namespace OnCall.Domain.Rosters;

/// <summary>Identifies one cover.</summary>
public readonly record struct CoverId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
