namespace OnCall.Domain.Notifications;

/// <summary>Identifies a contact method of a person or of a role.</summary>
public readonly record struct ContactMethodId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
