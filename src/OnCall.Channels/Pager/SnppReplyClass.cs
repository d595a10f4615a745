namespace OnCall.Channels.Pager;

/// <summary>The first digit of an SNPP reply (RFC 1861, sections 4.2 and 4.6).</summary>
internal enum SnppReplyClass
{
    /// <summary>1xx and anything else that the protocol does not have.</summary>
    Unknown,

    /// <summary>2xx: done.</summary>
    Success,

    /// <summary>3xx: go on with the text.</summary>
    MoreWanted,

    /// <summary>4xx: failed, and the gateway closes.</summary>
    FatalFailure,

    /// <summary>5xx: failed; the session goes on.</summary>
    Failure,

    /// <summary>7xx: a two-way transaction failed.</summary>
    TwoWayFailure,

    /// <summary>8xx: a two-way transaction reached the device.</summary>
    TwoWayDelivered,

    /// <summary>9xx: a two-way transaction is queued.</summary>
    TwoWayQueued,
}
