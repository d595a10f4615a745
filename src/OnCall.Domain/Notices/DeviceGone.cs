namespace OnCall.Domain.Notices;

/// <summary>Why a device rings for its reader no more. Stored by name.</summary>
public enum DeviceGone
{
    /// <summary>An administrator took it away: it is lost, or its person begins anew.</summary>
    TakenAway,

    /// <summary>Somebody else has signed in there and lets the browser ring for them, or for nobody.</summary>
    TakenOver,
}
