namespace OnCall.Domain.Notifications;

/// <summary>A push that its owner asked for, to see whether the device gets any. It names nobody and no page.</summary>
/// <param name="Device">Which of its owner's it is: a browser does not know by itself.</param>
/// <param name="Token">Once; the device answers it to show that it had the push.</param>
public sealed record DeviceTestText(PushDeviceId Device, string Token) : OutgoingText
{
    public override string Tag => "TEST";

    /// <summary>As a page would, to try the same way.</summary>
    public override bool Rings => true;

    public override string ToLine() => "OnCall test: pages reach this device.";

    public override string ToPagerLine() => ToLine();
}
