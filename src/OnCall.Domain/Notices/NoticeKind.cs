namespace OnCall.Domain.Notices;

/// <summary>What a notice is about. Stored by name; each kind has facts of its own (<see cref="NoticeFacts"/>).</summary>
public enum NoticeKind
{
    /// <summary>Rosters have gaps ahead, or one is running.</summary>
    GapWarning,

    /// <summary>A gap that its reader was told of is filled.</summary>
    GapFilled,

    /// <summary>A roster that is fetched was not put in force.</summary>
    RosterPullHeld,
}
