namespace OnCall.Domain.Directory;

/// <summary>Identifies a person; the employee number may be corrected without changing it.</summary>
public readonly record struct PersonId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
