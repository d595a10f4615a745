namespace OnCall.Domain.Notifications;

/// <summary>The technology of a contact method. Stored by name; the order has no meaning.</summary>
public enum ContactMethodKind
{
    /// <summary>The inbox of OnCall itself. Everyone has it.</summary>
    InApp,

    /// <summary>A notification to a registered device (FCM).</summary>
    Push,

    /// <summary>A text message to an E.164 number.</summary>
    Sms,

    /// <summary>A spoken call to an E.164 number.</summary>
    Voice,

    /// <summary>A pager behind an SNPP gateway (RFC 1861).</summary>
    Snpp,

    /// <summary>A pager behind a WCTP gateway.</summary>
    Wctp,

    /// <summary>A pager behind a TAP terminal.</summary>
    Tap,

    /// <summary>An e-mail address.</summary>
    Mail,
}
