namespace OnCall.Domain.Notifications;

/// <summary>Identifies one message to one contact method of one person.</summary>
public readonly record struct NotificationId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
