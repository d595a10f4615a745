namespace OnCall.Domain.Rosters.Pulls;

/// <summary>Why a fetched roster is not put in force by a machine alone.</summary>
public enum PullDoubt
{
    None,

    /// <summary>Fewer than half of the shifts to come that the last one held.</summary>
    Shrunk,

    /// <summary>A role that the last one held shifts to come of is not in it.</summary>
    RoleMissing,

    /// <summary>It would undo what somebody has changed by hand since.</summary>
    UndoesByHand,
}
