namespace OnCall.Domain.Notices;

/// <summary>How a notice reaches its person. Stored by name. It always stands among their notices in OnCall.</summary>
public enum NoticeUrgency
{
    /// <summary>Stands in OnCall and nothing is sent.</summary>
    InApp,

    /// <summary>Sent, and rings nowhere.</summary>
    Quiet,

    /// <summary>Sent, and may ring.</summary>
    Ringing,
}
