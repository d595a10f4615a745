namespace OnCall.Domain.Notices;

/// <summary>Why a device rings for its reader no more. Stored by name.</summary>
public enum DeviceGone
{
    /// <summary>An administrator took it away: it is lost, or its person begins anew.</summary>
    TakenAway,

    /// <summary>Somebody else has let the same browser ring for them.</summary>
    TakenOver,
}
