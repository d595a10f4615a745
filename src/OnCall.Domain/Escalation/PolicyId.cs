namespace OnCall.Domain.Escalation;

/// <summary>Identifies an escalation policy.</summary>
public readonly record struct PolicyId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
