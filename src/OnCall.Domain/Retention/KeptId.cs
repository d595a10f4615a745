namespace OnCall.Domain.Retention;

/// <summary>The id of a thing that may go, whatever it is.</summary>
public readonly record struct KeptId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
