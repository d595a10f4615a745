namespace OnCall.Domain.Notices;

/// <summary>What a notice is about. Stored by name; each kind has facts of its own (<see cref="NoticeFacts"/>).</summary>
public enum NoticeKind
{
    /// <summary>Rosters have gaps ahead, or one is running.</summary>
    GapWarning,

    /// <summary>A gap that its reader was told of is filled.</summary>
    GapFilled,

    /// <summary>A cover puts its reader in, or relieves them.</summary>
    CoverMade,

    /// <summary>A colleague asks its reader for a swap.</summary>
    SwapAsked,

    /// <summary>The colleague has accepted. Where a scheduler must approve, they are told too.</summary>
    SwapAccepted,

    /// <summary>A scheduler has approved: it is in force.</summary>
    SwapApproved,

    /// <summary>A scheduler has refused.</summary>
    SwapRefused,

    /// <summary>The colleague has declined.</summary>
    SwapDeclined,

    /// <summary>Whoever asked has taken it back.</summary>
    SwapWithdrawn,

    /// <summary>The roster has changed under it.</summary>
    SwapVoid,

    /// <summary>It was not decided in time.</summary>
    SwapExpired,

    /// <summary>A roster that is fetched was not put in force.</summary>
    RosterPullHeld,

    /// <summary>Somebody reads a page that they have no part in.</summary>
    GlassBroken,

    /// <summary>Somebody else's keys or invitations for its reader were made, or have ended.</summary>
    SignInChanged,

    /// <summary>Its reader, or who signs in as them, has added or removed a contact method.</summary>
    OwnContact,

    /// <summary>A scheduler has put its reader on one shift, or taken them off.</summary>
    ShiftChanged,

    /// <summary>Devices ring for its reader no more, and somebody else is why.</summary>
    DeviceGone,
}
