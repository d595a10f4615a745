namespace OnCall.Domain.Retention;

/// <summary>Identifies a legal hold.</summary>
public readonly record struct HoldId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
