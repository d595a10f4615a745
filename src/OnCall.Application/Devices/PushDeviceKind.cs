namespace OnCall.Application.Devices;

/// <summary>How pushes reach a device. Stored by name.</summary>
public enum PushDeviceKind
{
    /// <summary>The installed screen, by a browser's subscription (RFC 8030).</summary>
    Web,

    /// <summary>A hospital's own app, by its registration token.</summary>
    Fcm,
}
