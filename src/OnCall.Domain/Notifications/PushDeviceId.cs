namespace OnCall.Domain.Notifications;

/// <summary>Identifies a device that its owner registered for pushes.</summary>
public readonly record struct PushDeviceId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
