namespace OnCall.Domain.Notifications;

/// <summary>
/// All that may leave the building: of a page (<see cref="ExternalText"/>) of a notice (<see cref="Notices.NoticeText"/>), or to try a device (<see cref="DeviceTestText"/>).
/// None has a field for patient data.
/// </summary>
public abstract record OutgoingText
{
    /// <summary>What belongs together on a lock screen: letters and digits only.</summary>
    public abstract string Tag { get; }

    /// <summary>Whether a silenced device may ring.</summary>
    public abstract bool Rings { get; }

    /// <summary>One line for a text message.</summary>
    public abstract string ToLine();

    /// <summary>One line for pagers and lock screens.</summary>
    public abstract string ToPagerLine();
}
