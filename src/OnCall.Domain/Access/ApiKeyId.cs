namespace OnCall.Domain.Access;

/// <summary>Identifies an API key without revealing it.</summary>
public readonly record struct ApiKeyId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
