namespace OnCall.Application.Paging.Links;

/// <summary>What a link is worth at this moment.</summary>
public enum LinkStanding
{
    /// <summary>It is no link of this house, or came with no message that asks.</summary>
    Unknown,

    /// <summary>It is too old.</summary>
    Over,

    /// <summary>The address that it was sent to is not this person's any more, or several people's.</summary>
    NotTheirs,

    /// <summary>Another device has used it.</summary>
    OtherDevice,

    /// <summary>The page asks them.</summary>
    Asks,

    /// <summary>They have it.</summary>
    Yours,

    /// <summary>Several are wanted; they are one of them.</summary>
    OneOfSeveral,

    /// <summary>Somebody else has it.</summary>
    Taken,

    /// <summary>It does not ask them any more: passed on, or handed over.</summary>
    AskedNoMore,
    Closed,

    /// <summary>The value is to be read back first.</summary>
    ReadBackNeeded,

    /// <summary>Others kept changing it at the same moment.</summary>
    Busy,
}
